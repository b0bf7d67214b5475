-- Both views take the organization as a parameter, so that none can be read without saying whose rows are meant:
-- SELECT * FROM campaign_overview(organization_id = 'acme').
CREATE OR REPLACE VIEW campaign_overview AS
SELECT
    counts.campaign_id AS campaign_id,
    names.latest_name AS campaign_name,
    counts.leads_contacted AS leads_contacted,
    counts.emails_sent AS emails_sent,
    counts.emails_sent - counts.emails_bounced AS emails_delivered,
    counts.emails_bounced AS emails_bounced,
    counts.leads_opened AS leads_opened,
    counts.leads_clicked AS leads_clicked,
    counts.leads_replied AS leads_replied,
    counts.positive_replies AS positive_replies,
    counts.meetings_booked AS meetings_booked,
    counts.cohort_leads_opened / nullIf(counts.leads_contacted, 0) AS open_rate,
    counts.cohort_leads_clicked / nullIf(counts.leads_contacted, 0) AS click_rate,
    counts.cohort_leads_replied / nullIf(counts.leads_contacted, 0) AS reply_rate,
    counts.cohort_positive_replies / nullIf(counts.leads_contacted, 0) AS positive_reply_rate,
    counts.cohort_emails_bounced / nullIf(counts.emails_sent, 0) AS bounce_rate,
    counts.latest AS updated_at
FROM
(
    SELECT
        campaign_id,
        sum(leads_contacted) AS leads_contacted,
        sum(emails_sent) AS emails_sent,
        sum(emails_bounced) AS emails_bounced,
        sum(leads_opened) AS leads_opened,
        sum(leads_clicked) AS leads_clicked,
        sum(leads_replied) AS leads_replied,
        sum(positive_replies) AS positive_replies,
        sum(meetings_booked) AS meetings_booked,
        sum(cohort_leads_opened) AS cohort_leads_opened,
        sum(cohort_leads_clicked) AS cohort_leads_clicked,
        sum(cohort_leads_replied) AS cohort_leads_replied,
        sum(cohort_positive_replies) AS cohort_positive_replies,
        sum(cohort_emails_bounced) AS cohort_emails_bounced,
        max(updated_at) AS latest
    FROM rates FINAL
    WHERE organization_id = {organization_id:String} AND dimension = 'campaign'
    GROUP BY campaign_id
) AS counts
LEFT JOIN
(
    SELECT campaign_id, argMax(campaign_name, (at, event_id)) AS latest_name
    FROM events
    WHERE organization_id = {organization_id:String} AND campaign_name != ''
    GROUP BY campaign_id
) AS names ON names.campaign_id = counts.campaign_id;

-- Everything that happened with one lead, sends included that were never delivered to us but must have happened.
CREATE OR REPLACE VIEW lead_timeline AS
SELECT
    event_id, type, name, at, campaign_id, account, sequence, step, variant, flags,
    category, probability, language, abstained, snippet, raw
FROM events FINAL
WHERE organization_id = {organization_id:String} AND lead_email = {lead_email:String}
UNION ALL
SELECT
    send.event_id,
    'email_sent',
    'email_sent',
    parseDateTime64BestEffort(send.at, 3, 'UTC'),
    send.campaign_id,
    send.account,
    send.step.sequence,
    send.step.step,
    send.step.variant,
    ['inferred'],
    '', 0, '', false, '', ''
FROM
(
    SELECT arrayJoin(JSONExtract(
        inferred_sends,
        'Array(Tuple(event_id String, at String, campaign_id String, account String,
            step Tuple(sequence UInt16, step UInt16, variant UInt16)))')) AS send
    FROM lead_states FINAL
    WHERE organization_id = {organization_id:String} AND lead_email = {lead_email:String}
);
