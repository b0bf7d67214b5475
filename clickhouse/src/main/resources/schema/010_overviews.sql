-- Views for people. Each takes the organization as a parameter, so that none can be read without saying whose rows are meant:
-- SELECT * FROM campaign_overview(organization_id = 'acme').
CREATE OR REPLACE VIEW campaign_overview AS
SELECT
    counts.campaign_id AS campaign_id,
    campaigns.campaign_name AS campaign_name,
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
    SELECT campaign_id, campaign_name
    FROM campaigns FINAL
    WHERE organization_id = {organization_id:String}
) AS campaigns ON campaigns.campaign_id = counts.campaign_id
COMMENT 'Campaigns with their counts and rates of all time';

-- Costs and attributed revenue beside what came of a campaign, one row per campaign and currency; a campaign without money
-- has one row without currency.
CREATE OR REPLACE VIEW campaign_roi AS
SELECT
    campaign_id,
    max(name) OVER campaign AS campaign_name,
    currency,
    max(contacted) OVER campaign AS leads_contacted,
    max(positive) OVER campaign AS positive_replies,
    max(meetings) OVER campaign AS meetings_booked,
    deals_won AS deals,
    spent AS cost,
    earned AS revenue,
    toFloat64(revenue - cost) / nullIf(toFloat64(cost), 0) AS roi,
    toFloat64(cost) / nullIf(leads_contacted, 0) AS cost_per_lead,
    toFloat64(cost) / nullIf(positive_replies, 0) AS cost_per_positive_reply,
    toFloat64(cost) / nullIf(meetings_booked, 0) AS cost_per_meeting,
    toFloat64(cost) / nullIf(deals, 0) AS cost_per_deal
FROM
(
    SELECT campaign_id, currency, sum(paid) AS spent, sum(won) AS earned, sum(closed) AS deals_won, any(named) AS name,
        sum(leads) AS contacted, sum(good) AS positive, sum(met) AS meetings
    FROM
    (
        SELECT toString(campaign_id) AS campaign_id, toString(currency) AS currency, amount AS paid,
            toDecimal128(0, 9) AS won, 0 AS closed, '' AS named, toInt64(0) AS leads, toInt64(0) AS good, toInt64(0) AS met
        FROM costs FINAL
        WHERE organization_id = {organization_id:String} AND campaign_id != ''
        UNION ALL
        SELECT campaign_id, toString(currency), toDecimal128(0, 9), share, 1, '', 0, 0, 0
        FROM attribution(
            organization_id = {organization_id:String}, model = {model:String}, group_by = 'campaign',
            from = '1900-01-01 00:00:00', to = '2299-12-31 00:00:00', lookback_days = 73000)
        WHERE attributed
        UNION ALL
        SELECT toString(campaign_id), '', toDecimal128(0, 9), toDecimal128(0, 9), 0, campaign_name, leads_contacted,
            positive_replies, meetings_booked
        FROM campaign_overview(organization_id = {organization_id:String})
    )
    GROUP BY campaign_id, currency
)
WINDOW campaign AS (PARTITION BY campaign_id)
QUALIFY currency != '' OR max(currency) OVER campaign = ''
COMMENT 'Campaigns with their money, one row per currency, by attribution model';

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
)
COMMENT 'Everything that happened with one lead';

-- How the status of one lead, or of all where lead_email is empty, came about.
CREATE OR REPLACE VIEW lead_status_history AS
SELECT
    lead_email,
    change.status AS status,
    parseDateTime64BestEffort(change.at, 3, 'UTC') AS at,
    change.cause AS cause,
    change.event_id AS event_id
FROM
(
    SELECT lead_email, arrayJoin(JSONExtract(
        status_history, 'Array(Tuple(status String, at String, cause String, event_id String))')) AS change
    FROM lead_states FINAL
    WHERE organization_id = {organization_id:String} AND ({lead_email:String} = '' OR lead_email = {lead_email:String})
)
COMMENT 'How the status of leads came about';

-- Of the leads first contacted in a week (which begins on Monday, UTC), how many got how far until now.
CREATE OR REPLACE VIEW cohort_funnel AS
SELECT
    toStartOfWeek(first_contacted_at, 1) AS week,
    count() AS leads_contacted,
    countIf(isNotNull(first_opened_at)) AS leads_opened,
    countIf(isNotNull(first_clicked_at)) AS leads_clicked,
    countIf(isNotNull(first_replied_at)) AS leads_replied,
    countIf(status IN ('interested', 'meeting_booked', 'meeting_completed', 'no_show', 'won')
        OR isNotNull(first_meeting_at)) AS leads_interested,
    countIf(isNotNull(first_meeting_at)) AS leads_met,
    countIf(lead_email IN (
        SELECT lead_email FROM deals FINAL WHERE organization_id = {organization_id:String})) AS leads_won
FROM lead_states FINAL
WHERE organization_id = {organization_id:String} AND isNotNull(first_contacted_at)
GROUP BY week
COMMENT 'Leads by the week of their first contact, and how many of them got how far';

-- When people reply, by the clock on their wall where their time zone is known, else by UTC; of all campaigns where
-- campaign_id is empty. Weekdays count from 1, Monday. Human as far as the model judges.
CREATE OR REPLACE VIEW reply_heatmap AS
SELECT
    toDayOfWeek(local_at) AS weekday,
    toHour(local_at) AS hour,
    count() AS replies,
    countIf(category IN ('interested', 'meeting_request') AND NOT abstained) AS positive_replies,
    countIf(time_zone != '') AS replies_in_known_zone
FROM replies FINAL
WHERE organization_id = {organization_id:String} AND ({campaign_id:String} = '' OR campaign_id = {campaign_id:String})
    AND type = 'reply_received' AND (category != 'out_of_office' OR abstained)
GROUP BY weekday, hour
COMMENT 'Human replies by weekday and hour';

-- Mailboxes over the last 30 days: whether what they send arrives. The levels are those that alerts open at by default.
CREATE OR REPLACE VIEW account_health AS
SELECT
    counts.account AS account,
    counts.emails_sent AS emails_sent,
    counts.emails_sent_7d AS emails_sent_7d,
    counts.last_sent_hour AS last_sent_hour,
    counts.cohort_emails_bounced / nullIf(emails_sent, 0) AS bounce_rate,
    counts.cohort_spam_reports / nullIf(emails_sent, 0) AS spam_rate,
    counts.cohort_leads_replied / nullIf(counts.leads_contacted, 0) AS reply_rate,
    errors.errors AS errors,
    errors.last_error_at AS last_error_at,
    multiIf(
        bounce_rate >= 0.05 OR spam_rate >= 0.003 OR errors.suspensions > 0, 'critical',
        bounce_rate >= 0.02 OR spam_rate >= 0.001 OR errors.errors > 0, 'warning',
        emails_sent = 0, 'silent', 'good') AS health
FROM
(
    SELECT
        account,
        sum(rates.emails_sent) AS emails_sent,
        sumIf(rates.emails_sent, hour >= now() - INTERVAL 7 DAY) AS emails_sent_7d,
        maxIf(hour, rates.emails_sent > 0) AS last_sent_hour,
        sum(rates.cohort_emails_bounced) AS cohort_emails_bounced,
        sum(rates.cohort_spam_reports) AS cohort_spam_reports,
        sum(rates.cohort_leads_replied) AS cohort_leads_replied,
        sum(rates.leads_contacted) AS leads_contacted
    FROM rates FINAL
    WHERE organization_id = {organization_id:String} AND dimension = 'account' AND hour >= now() - INTERVAL 30 DAY
    GROUP BY account
) AS counts
LEFT JOIN
(
    SELECT
        toString(account) AS account,
        count() AS errors,
        countIf(type = 'account_suspended') AS suspensions,
        max(at) AS last_error_at
    FROM events FINAL
    WHERE organization_id = {organization_id:String} AND lead_email = ''
        AND type IN ('account_error', 'account_suspended') AND at >= now() - INTERVAL 30 DAY
    GROUP BY account
) AS errors ON errors.account = counts.account
COMMENT 'Mailboxes over the last 30 days, and whether what they send arrives';

-- What passed between us and leads, without texts of sends; of all campaigns where campaign_id is empty.
CREATE OR REPLACE VIEW messages AS
SELECT lead_email, campaign_id, at, 'email_sent' AS type, account, sequence, step, variant, '' AS category, '' AS snippet, event_id
FROM touches FINAL
WHERE organization_id = {organization_id:String} AND ({campaign_id:String} = '' OR campaign_id = {campaign_id:String})
UNION ALL
SELECT lead_email, campaign_id, at, type, account, 0, 0, 0, category, snippet, event_id
FROM replies FINAL
WHERE organization_id = {organization_id:String} AND ({campaign_id:String} = '' OR campaign_id = {campaign_id:String})
COMMENT 'Sends and replies, one row each';

-- Conversations: leads that replied in a campaign, with their latest reply.
CREATE OR REPLACE VIEW threads AS
SELECT
    lead_email,
    campaign_id,
    count() AS replies,
    min(at) AS first_reply_at,
    max(at) AS last_reply_at,
    argMax(type, (at, event_id)) AS last_type,
    argMax(category, (at, event_id)) AS last_category,
    argMax(abstained, (at, event_id)) AS last_abstained,
    argMax(account, (at, event_id)) AS last_account,
    argMax(snippet, (at, event_id)) AS last_snippet
FROM replies FINAL
WHERE organization_id = {organization_id:String}
GROUP BY lead_email, campaign_id
COMMENT 'Conversations: leads that replied in a campaign, with their latest reply';
