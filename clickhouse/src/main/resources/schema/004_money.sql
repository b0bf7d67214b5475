-- Money comes in by API, upsert by id. The version is the offset in the log: of two writes of one id the later stands,
-- whatever clocks say. A deleted row hides the earlier ones. Nine decimals hold every amount people write without rounding.
CREATE TABLE IF NOT EXISTS costs
(
    organization_id LowCardinality(String) COMMENT 'Whose cost',
    cost_id String COMMENT 'Chosen by who records it',
    amount Decimal(38, 9) COMMENT 'In its currency; amounts of different currencies are never added',
    currency LowCardinality(String) COMMENT 'ISO 4217',
    incurred_at DateTime64(3, 'UTC') COMMENT 'The time it counts for',
    campaign_id LowCardinality(String) COMMENT 'Empty where it is not of a campaign',
    account LowCardinality(String) COMMENT 'Empty where it is not of an account',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was written',
    version UInt64 COMMENT 'Offset in the log',
    deleted UInt8 DEFAULT 0 COMMENT '1 where it was taken back'
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (organization_id, cost_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Money spent, on a campaign, an account, or the organization as a whole';

CREATE TABLE IF NOT EXISTS deals
(
    organization_id LowCardinality(String) COMMENT 'Whose deal',
    deal_id String COMMENT 'Chosen by who records it',
    lead_email String COMMENT 'Whom it was closed with, lower-cased',
    amount Decimal(38, 9) COMMENT 'In its currency; amounts of different currencies are never added',
    currency LowCardinality(String) COMMENT 'ISO 4217',
    closed_at DateTime64(3, 'UTC') COMMENT 'When it was closed',
    recorded_at DateTime64(3, 'UTC') COMMENT 'When it was written',
    version UInt64 COMMENT 'Offset in the log',
    deleted UInt8 DEFAULT 0 COMMENT '1 where it was taken back'
)
ENGINE = ReplacingMergeTree(version, deleted)
ORDER BY (organization_id, deal_id)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'Closed sales';
