-- Every e-mail to the leads that deals were closed with: (lead, campaign, sequence, step) at its first send, really or by
-- implication. A send of an unknown step belongs to the campaign's latest e-mail before it; only where there is none is it
-- one of its own.
CREATE OR REPLACE VIEW emails_before_deals AS
SELECT lead_email, campaign_id, sequence, step, variant, account, sent_at
FROM
(
    SELECT
        lead_email,
        campaign_id,
        sequence,
        step,
        argMin(sends.variant, (sends.at, sends.event_id)) AS variant,
        argMin(sends.account, (sends.at, sends.event_id)) AS account,
        min(sends.at) AS sent_at,
        min(if(step > 0, sent_at, toDateTime64('2299-12-31 23:59:59.999', 3, 'UTC')))
            OVER (PARTITION BY lead_email, campaign_id) AS first_known_at
    FROM
    (
        SELECT lead_email, toString(campaign_id) AS campaign_id, sequence, step, variant, toString(account) AS account, at, event_id
        FROM touches
        WHERE organization_id = {organization_id:String} AND campaign_id != ''
            AND lead_email IN (SELECT lead_email FROM deals WHERE organization_id = {organization_id:String})
        UNION ALL
        SELECT
            lead_email,
            send.campaign_id,
            send.step.sequence,
            send.step.step,
            send.step.variant,
            send.account,
            parseDateTime64BestEffort(send.at, 3, 'UTC'),
            send.event_id
        FROM
        (
            SELECT lead_email, arrayJoin(JSONExtract(
                inferred_sends,
                'Array(Tuple(event_id String, at String, campaign_id String, account String,
                    step Tuple(sequence UInt16, step UInt16, variant UInt16)))')) AS send
            FROM lead_states FINAL
            WHERE organization_id = {organization_id:String}
                AND lead_email IN (SELECT lead_email FROM deals WHERE organization_id = {organization_id:String})
        )
        WHERE send.campaign_id != ''
    ) AS sends
    GROUP BY lead_email, campaign_id, sequence, step
)
WHERE step > 0 OR sent_at < first_known_at
COMMENT 'Every e-mail to the leads that deals were closed with';

-- Deals closed from one instant up to, without, another, shared out over what the lead was sent until then, at most so many
-- days before. model: first_touch, last_touch, linear, position_based, time_decay. group_by: campaign, account, step,
-- organization; what a group has no use for is empty. Weights are whole numbers and so is the arithmetic, in the deal's
-- smallest unit: each group gets its share rounded down, and what is left goes, one unit each, to the largest remainders; of
-- equal ones to the group that wrote first, then by name. So the shares of a deal add up to the deal. A deal whose lead was
-- sent nothing in that time is one row that is not attributed.
CREATE OR REPLACE VIEW attribution AS
SELECT
    deal_id, lead_email, currency, closed_at, attributed,
    campaign_id, account, sequence, step, variant, emails,
    toDecimal128(units_of_group, 9) / intExp10(unit_decimals) AS share
FROM
(
    SELECT
        *,
        multiIf(
            total_weight = 0, units,
            rounded_down + if(
                row_number() OVER (
                    PARTITION BY deal_id
                    ORDER BY remainder DESC, first_sent_at, campaign_id, account, sequence, step, variant)
                <= units - sum(rounded_down) OVER (PARTITION BY deal_id), 1, 0)) AS units_of_group
    FROM
    (
        SELECT
            *,
            sum(weight_of_group) OVER (PARTITION BY deal_id) AS total_weight,
            intDiv(units * weight_of_group, greatest(total_weight, 1)) AS rounded_down,
            modulo(units * weight_of_group, greatest(total_weight, 1)) AS remainder
        FROM
        (
            SELECT
                deal_id,
                any(touched.lead_email) AS lead_email,
                any(touched.currency) AS currency,
                any(touched.closed_at) AS closed_at,
                any(touched.units) AS units,
                any(touched.unit_decimals) AS unit_decimals,
                weight > 0 AS attributed,
                if(attributed AND {group_by:String} IN ('campaign', 'step'), touched.campaign_id, '') AS campaign_id,
                if(attributed AND {group_by:String} = 'account', touched.account, '') AS account,
                if(attributed AND {group_by:String} = 'step', touched.sequence, 0) AS sequence,
                if(attributed AND {group_by:String} = 'step', touched.step, 0) AS step,
                if(attributed AND {group_by:String} = 'step', touched.variant, 0) AS variant,
                countIf(weight > 0) AS emails,
                min(touched.sent_at) AS first_sent_at,
                sum(weight) AS weight_of_group
            FROM
            (
                SELECT
                    *,
                    multiIf(
                        NOT counts, toInt128(0),
                        {model:String} = 'first_touch', toInt128(place = 1),
                        {model:String} = 'last_touch', toInt128(place = number),
                        {model:String} = 'linear', toInt128(1),
                        {model:String} = 'position_based',
                            toInt128(if(number > 2 AND place IN (1, number), 2 * (number - 2), 1)),
                        {model:String} = 'time_decay',
                            toInt128(round(1e12 * exp2(-dateDiff('millisecond', sent_at, last_sent_at) / 604800000.))),
                        toInt128(throwIf(true, 'model is first_touch, last_touch, linear, position_based or time_decay'))) AS weight
                FROM
                (
                    SELECT
                        deals.deal_id AS deal_id,
                        deals.lead_email AS lead_email,
                        deals.currency AS currency,
                        deals.closed_at AS closed_at,
                        deals.unit_decimals AS unit_decimals,
                        toInt128(deals.amount * intExp10(deals.unit_decimals)) AS units,
                        emails.campaign_id AS campaign_id,
                        emails.account AS account,
                        emails.sequence AS sequence,
                        emails.step AS step,
                        emails.variant AS variant,
                        emails.sent_at AS sent_at,
                        emails.campaign_id != '' AND sent_at <= closed_at
                            AND sent_at >= closed_at - toIntervalDay({lookback_days:UInt32}) AS counts,
                        row_number() OVER (
                            PARTITION BY deal_id, counts ORDER BY sent_at, campaign_id, sequence, step) AS place,
                        count() OVER (PARTITION BY deal_id, counts) AS number,
                        max(sent_at) OVER (PARTITION BY deal_id, counts) AS last_sent_at
                    FROM
                    (
                        SELECT *
                        FROM deals FINAL
                        WHERE organization_id = {organization_id:String}
                            AND closed_at >= {from:DateTime64(3, 'UTC')} AND closed_at < {to:DateTime64(3, 'UTC')}
                    ) AS deals
                    LEFT JOIN emails_before_deals(organization_id = {organization_id:String}) AS emails
                        ON emails.lead_email = deals.lead_email
                )
            ) AS touched
            GROUP BY deal_id, attributed, campaign_id, account, sequence, step, variant
        )
    )
)
WHERE attributed OR total_weight = 0
COMMENT 'Deals shared out over what brought them, exact to the smallest unit';
