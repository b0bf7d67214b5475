-- What a lead reached, for funnels by week of first contact, and how its status came about. Rows from before are filled
-- with the lead's next change, or at once by ./salesbrain rebuild.
ALTER TABLE lead_states
    ADD COLUMN IF NOT EXISTS first_opened_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The first open that earned points',
    ADD COLUMN IF NOT EXISTS first_clicked_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The first click that earned points',
    ADD COLUMN IF NOT EXISTS first_replied_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The first human reply',
    ADD COLUMN IF NOT EXISTS first_meeting_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The first meeting, booked or completed',
    ADD COLUMN IF NOT EXISTS status_history String COMMENT 'JSON array, the oldest first: status, at, cause, event_id, return_date' CODEC(ZSTD(3));

-- The follow-ups of every lead as the timers know them; what people said of them is a table of its own.
CREATE TABLE IF NOT EXISTS follow_ups
(
    organization_id LowCardinality(String) COMMENT 'Whose follow-up',
    follow_up_key String COMMENT 'The lead and the campaign, or the lead''s absence: a later follow-up takes the place of the earlier' CODEC(ZSTD(1)),
    follow_up_id String COMMENT 'The same for as long as it is about the same e-mail, or the same return' CODEC(ZSTD(1)),
    lead_email String COMMENT 'Lower-cased' CODEC(ZSTD(1)),
    campaign_id LowCardinality(String) COMMENT 'Empty after an absence that names none',
    reason LowCardinality(String) COMMENT 'opened, clicked, out_of_office',
    state LowCardinality(String) COMMENT 'scheduled, due, expired, cancelled',
    due_at DateTime64(3, 'UTC') COMMENT 'When it is to be done' CODEC(ZSTD(1)),
    created_at DateTime64(3, 'UTC') COMMENT 'When what it follows from was complete, by the time of the events' CODEC(ZSTD(1)),
    ending LowCardinality(String) COMMENT 'Why it is cancelled; empty where it is not',
    fired_at Nullable(DateTime64(3, 'UTC')) COMMENT 'When it became due by the clock; it does so once' CODEC(ZSTD(1)),
    return_date Nullable(Date32) COMMENT 'Back from an absence',
    version UInt64 COMMENT 'Offset in the log',
    deleted UInt8 DEFAULT 0 COMMENT '1 where there is none any more'
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (organization_id, follow_up_key)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'The latest follow-up of every lead and campaign, and after an absence';

CREATE TABLE IF NOT EXISTS follow_up_decisions
(
    organization_id LowCardinality(String) COMMENT 'Whose follow-up',
    follow_up_id String COMMENT 'Which one',
    state LowCardinality(String) COMMENT 'done or dismissed',
    decided_at DateTime64(3, 'UTC') COMMENT 'When a person said so',
    version UInt64 COMMENT 'Offset in the log',
    deleted UInt8 DEFAULT 0 COMMENT '1 where it was taken back'
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (organization_id, follow_up_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'What people said of follow-ups';

-- Events are kept for five years after they arrived, and packed tighter after three months. Counts, states and money stay:
-- they are small, and what was earned stays earned. What arrived at a time that no clock can have shown is kept.
ALTER TABLE events
    MODIFY TTL toDateTime(received_at) + INTERVAL 3 MONTH RECOMPRESS CODEC(ZSTD(9)),
        toDateTime(received_at) + INTERVAL 5 YEAR DELETE WHERE toYear(received_at) BETWEEN 2020 AND 2100;

ALTER TABLE deals
    ADD COLUMN IF NOT EXISTS unit_decimals UInt8 DEFAULT 2 COMMENT 'Decimals to which shares of it are rounded: those of the currency, or of the amount where it has more';

ALTER TABLE watermarks
    ADD COLUMN IF NOT EXISTS stored_at DateTime64(3, 'UTC') COMMENT 'When the sink wrote this, by its clock';
