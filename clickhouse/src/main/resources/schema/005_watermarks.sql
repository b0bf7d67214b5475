-- How far the rows in the other tables reach. A watermark is written after the rows it speaks of: who reads it can read
-- them. It belongs to the installation and not to an organization.
CREATE TABLE IF NOT EXISTS watermarks
(
    topic LowCardinality(String) COMMENT 'The topic of results it travelled through',
    topic_partition UInt32 COMMENT 'The partition of that topic',
    source_partition UInt32 COMMENT 'The partition of the events topic it speaks of',
    processed UInt64 COMMENT 'Distinct events worked off there',
    duplicates UInt64 COMMENT 'Deliveries recognised as known there',
    total UInt64 COMMENT 'Both together, which only rises: the version'
)
ENGINE = ReplacingMergeTree(total)
ORDER BY (topic, topic_partition, source_partition)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'How far the stored rows reach';
