-- Excerpts of the events, written by the sink beside them, so that a question about sends, replies or names does not read
-- every open. What already lies in the events is brought over here; doing so twice changes nothing.

-- Every send that was delivered to us. A lead's sends lie together: attribution asks for the leads of deals. Copies do no
-- harm, for an e-mail (lead, campaign, sequence, step) is its first send.
CREATE TABLE IF NOT EXISTS touches
(
    organization_id LowCardinality(String) COMMENT 'Whose send',
    lead_email String COMMENT 'To whom, lower-cased' CODEC(ZSTD(1)),
    campaign_id LowCardinality(String) COMMENT 'Empty where not sent',
    sequence UInt16 COMMENT '0 is the main sequence, above that a subsequence',
    step UInt16 COMMENT 'From 1; 0 is unknown',
    variant UInt16 COMMENT 'From 1; 0 is unknown',
    account LowCardinality(String) COMMENT 'The sending mailbox; empty where not sent',
    at DateTime64(3, 'UTC') COMMENT 'When it was sent' CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') COMMENT 'When we were told; what its retention goes by' CODEC(ZSTD(1)),
    event_id String COMMENT 'The event it is of' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(at)
ORDER BY (organization_id, lead_email, campaign_id, sequence, step, event_id)
TTL toDateTime(received_at) + INTERVAL 5 YEAR DELETE WHERE toYear(received_at) BETWEEN 2020 AND 2100
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024
COMMENT 'Every send delivered to us, by lead: what deals are attributed to';

INSERT INTO touches SETTINGS max_partitions_per_insert_block = 0
SELECT organization_id, lead_email, campaign_id, sequence, step, variant, account, at, received_at, event_id
FROM events
WHERE type = 'email_sent';

-- Every reply, human or automatic, by campaign.
CREATE TABLE IF NOT EXISTS replies
(
    organization_id LowCardinality(String) COMMENT 'Whose reply',
    campaign_id LowCardinality(String) COMMENT 'Empty where not sent',
    event_id String COMMENT 'The event it is of' CODEC(ZSTD(1)),
    type LowCardinality(String) COMMENT 'reply_received or auto_reply_received',
    lead_email String COMMENT 'Who replied, lower-cased' CODEC(ZSTD(1)),
    account LowCardinality(String) COMMENT 'The mailbox it was sent to; empty where not sent',
    at DateTime64(3, 'UTC') COMMENT 'When' CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') COMMENT 'When we were told; what its retention goes by' CODEC(ZSTD(1)),
    time_zone LowCardinality(String) COMMENT 'The lead''s, where the delivery names one; else empty',
    local_at DateTime64(3, 'UTC') COMMENT 'What a clock on the lead''s wall showed; UTC where the time zone is not known' CODEC(ZSTD(1)),
    category LowCardinality(String) COMMENT 'The model''s likeliest category; empty where it judged none',
    abstained Bool COMMENT 'The model was not sure enough, a person decides',
    language LowCardinality(String) COMMENT 'ISO 639-1 or und; empty where the model judged none',
    snippet String COMMENT 'The beginning of the visible text' CODEC(ZSTD(3))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(at)
ORDER BY (organization_id, campaign_id, event_id)
TTL toDateTime(received_at) + INTERVAL 5 YEAR DELETE WHERE toYear(received_at) BETWEEN 2020 AND 2100
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Every reply, with the model''s judgement and the time of day at which it was written';

INSERT INTO replies SETTINGS max_partitions_per_insert_block = 0
SELECT
    organization_id, campaign_id, event_id, type, lead_email, account, at, received_at, '', at,
    category, abstained, language, snippet
FROM events
WHERE type IN ('reply_received', 'auto_reply_received');

-- What campaigns are called. The version is the instant of the event that said so, and of one instant always the same
-- name wins: milliseconds since 1900 in the upper bits, a checksum of the name in the lower 19.
CREATE TABLE IF NOT EXISTS campaigns
(
    organization_id LowCardinality(String) COMMENT 'Whose campaign',
    campaign_id String COMMENT 'As sent' CODEC(ZSTD(1)),
    campaign_name String COMMENT 'The name in its latest event that had one' CODEC(ZSTD(1)),
    named_at DateTime64(3, 'UTC') COMMENT 'When that event happened' CODEC(ZSTD(1)),
    version UInt64 COMMENT 'Rises with named_at' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (organization_id, campaign_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What campaigns are called';

INSERT INTO campaigns
SELECT
    organization_id,
    campaign_id,
    campaign_name,
    max(events.at) AS named_at,
    max(bitOr(bitShiftLeft(toUInt64(toUnixTimestamp64Milli(events.at) + 2208988800000), 19),
        bitAnd(CRC32(events.campaign_name), 524287))) AS version
FROM events
WHERE campaign_id != '' AND campaign_name != ''
GROUP BY organization_id, campaign_id, campaign_name;
