-- Counts per UTC hour of what rates are cut by. A bucket is stored whole each time it grows, the higher version holds
-- more events. There is one column per metric of the vocabulary, named by its label; a test compares the two.
-- human_ columns are in millionths of a person. DateTime64 without fraction, for event times before 1970 and after 2106.
CREATE TABLE IF NOT EXISTS rates
(
    organization_id LowCardinality(String) COMMENT 'Whose counts',
    dimension Enum8('organization' = 1, 'campaign' = 2, 'step' = 3, 'account' = 4) COMMENT 'What is counted; never add over two dimensions',
    campaign_id LowCardinality(String) COMMENT 'For campaign and step, else empty',
    account LowCardinality(String) COMMENT 'For account, else empty',
    sequence UInt16 COMMENT 'For step, else 0',
    step UInt16 COMMENT 'For step, else 0',
    variant UInt16 COMMENT 'For step, else 0',
    hour DateTime64(0, 'UTC') COMMENT 'The hour''s beginning' CODEC(Delta(8), ZSTD(1)),
    emails_sent Int64 COMMENT 'Distinct e-mails sent, really or by implication' CODEC(T64, ZSTD(1)),
    emails_bounced Int64 COMMENT 'Distinct e-mails bounced' CODEC(T64, ZSTD(1)),
    spam_reports Int64 COMMENT 'Distinct e-mails reported as spam' CODEC(T64, ZSTD(1)),
    leads_contacted Int64 COMMENT 'Leads with their first send' CODEC(T64, ZSTD(1)),
    emails_opened Int64 COMMENT 'Distinct e-mails opened' CODEC(T64, ZSTD(1)),
    opens_total Int64 COMMENT 'All opens' CODEC(T64, ZSTD(1)),
    leads_opened Int64 COMMENT 'Leads with their first open' CODEC(T64, ZSTD(1)),
    emails_clicked Int64 COMMENT 'Distinct e-mails clicked' CODEC(T64, ZSTD(1)),
    clicks_total Int64 COMMENT 'All clicks' CODEC(T64, ZSTD(1)),
    leads_clicked Int64 COMMENT 'Leads with their first click' CODEC(T64, ZSTD(1)),
    emails_replied Int64 COMMENT 'Distinct human replies' CODEC(T64, ZSTD(1)),
    leads_replied Int64 COMMENT 'Leads with their first human reply' CODEC(T64, ZSTD(1)),
    auto_replies Int64 COMMENT 'Replies no person wrote' CODEC(T64, ZSTD(1)),
    positive_replies Int64 COMMENT 'Leads with a positive reply or label' CODEC(T64, ZSTD(1)),
    unsubscribed Int64 COMMENT 'Leads that unsubscribed' CODEC(T64, ZSTD(1)),
    meetings_booked Int64 COMMENT 'First meetings of leads' CODEC(T64, ZSTD(1)),
    human_emails_opened Int64 COMMENT 'Distinct e-mails opened, in millionths of a person' CODEC(T64, ZSTD(1)),
    human_opens_total Int64 COMMENT 'All opens, in millionths of a person' CODEC(T64, ZSTD(1)),
    human_leads_opened Int64 COMMENT 'Leads with their first open, in millionths of a person' CODEC(T64, ZSTD(1)),
    human_emails_clicked Int64 COMMENT 'Distinct e-mails clicked, in millionths of a person' CODEC(T64, ZSTD(1)),
    human_clicks_total Int64 COMMENT 'All clicks, in millionths of a person' CODEC(T64, ZSTD(1)),
    human_leads_clicked Int64 COMMENT 'Leads with their first click, in millionths of a person' CODEC(T64, ZSTD(1)),
    cohort_leads_opened Int64 COMMENT 'Leads with their first open, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    cohort_leads_clicked Int64 COMMENT 'Leads with their first click, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    cohort_leads_replied Int64 COMMENT 'Leads with their first human reply, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    cohort_positive_replies Int64 COMMENT 'Leads with a positive reply or label, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    cohort_emails_bounced Int64 COMMENT 'Distinct e-mails bounced, in the hour of the send' CODEC(T64, ZSTD(1)),
    cohort_spam_reports Int64 COMMENT 'Distinct e-mails reported as spam, in the hour of the send' CODEC(T64, ZSTD(1)),
    cohort_unsubscribed Int64 COMMENT 'Leads that unsubscribed, in the hour of the send' CODEC(T64, ZSTD(1)),
    cohort_human_leads_opened Int64 COMMENT 'Leads with their first open, in millionths of a person, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    cohort_human_leads_clicked Int64 COMMENT 'Leads with their first click, in millionths of a person, in the hour of the first contact' CODEC(T64, ZSTD(1)),
    version UInt64 COMMENT 'Rises with every change of this bucket' CODEC(ZSTD(1)),
    updated_at DateTime64(3, 'UTC') COMMENT 'When its latest change was computed' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
PARTITION BY toYear(hour)
ORDER BY (organization_id, dimension, campaign_id, account, sequence, step, variant, hour)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Counts per hour of organizations, campaigns, steps and accounts';
