-- Every distinct event once. The sink may insert a row again after a crash; rows with the same sorting key are one row,
-- so reads say FINAL. A lead's events lie together, which is what its timeline reads; campaign-wide reads skip to the
-- organization and filter there. Partitions are years of the instant that is part of the event's identity, so that two
-- copies of an event never lie in different partitions; years, because a backfill over months would else make a part per
-- month with every insert. As in every table here, an insert is on the disk before it is answered: the sink commits its
-- place in the log right after.
CREATE TABLE IF NOT EXISTS events
(
    organization_id LowCardinality(String) COMMENT 'Whose event; first in every key, so that no query reads over its edge',
    event_id String COMMENT 'Stable hash of what makes the event that event' CODEC(ZSTD(1)),
    type LowCardinality(String) COMMENT 'Canonical type, custom for names outside the vocabulary',
    name LowCardinality(String) COMMENT 'The type as it was sent',
    at DateTime64(3, 'UTC') COMMENT 'When it happened; what every count goes by' CODEC(ZSTD(1)),
    sent_at DateTime64(3, 'UTC') COMMENT 'The sender''s clock, before it was clamped to the arrival' CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC') COMMENT 'When it arrived here' CODEC(ZSTD(1)),
    lead_email String COMMENT 'Lower-cased; empty for events of campaigns and accounts' CODEC(ZSTD(1)),
    campaign_id LowCardinality(String) COMMENT 'Empty where not sent',
    campaign_name LowCardinality(String) COMMENT 'As sent with this event; empty where not sent',
    account LowCardinality(String) COMMENT 'The sending mailbox; empty where not sent',
    sequence UInt16 COMMENT '0 is the main sequence, above that a subsequence',
    step UInt16 COMMENT 'From 1; 0 is unknown',
    variant UInt16 COMMENT 'From 1; 0 is unknown',
    email_id String COMMENT 'Instantly''s id of the e-mail; empty where not sent' CODEC(ZSTD(1)),
    flags Array(LowCardinality(String)) COMMENT 'clamped, synthetic, workspace_mismatch',
    category LowCardinality(String) COMMENT 'The model''s likeliest category of a reply; empty where it judged none',
    probability Float64 COMMENT 'The model''s probability of that category',
    language LowCardinality(String) COMMENT 'ISO 639-1 or und; empty where the model judged none',
    abstained Bool COMMENT 'The model was not sure enough, a person decides',
    model_version LowCardinality(String) COMMENT 'Which model judged; empty for none',
    snippet String COMMENT 'The beginning of a reply''s visible text' CODEC(ZSTD(3)),
    raw String COMMENT 'The delivery''s own JSON' CODEC(ZSTD(3)),
    partition UInt32 COMMENT 'Partition of the log it came from',
    ordinal UInt64 COMMENT 'Its number among the distinct events of that partition, from 1' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(sent_at)
ORDER BY (organization_id, lead_email, event_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Every distinct event, replies with the model''s judgement';
