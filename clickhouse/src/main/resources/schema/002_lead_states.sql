-- The latest state of every lead. A state is a pure function of the lead's events; the higher version knows more of them.
CREATE TABLE IF NOT EXISTS lead_states
(
    organization_id LowCardinality(String) COMMENT 'Whose lead',
    lead_email String COMMENT 'Lower-cased' CODEC(ZSTD(1)),
    status LowCardinality(String) COMMENT 'new, contacted, engaged, replied, ...',
    points Int64 COMMENT 'The plain sum of the contributions'' points' CODEC(T64, ZSTD(1)),
    mass_log2 Nullable(Float64) COMMENT 'Score in a form time does not change: score(t) = 2^(mass_log2 - t/half_life); NULL without points',
    half_life_ms UInt64 COMMENT 'The half-life it was computed with' CODEC(ZSTD(1)),
    signalled Bool COMMENT 'Has a click, human reply or meeting',
    disqualified Bool COMMENT 'Never hot',
    last_signal_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The latest event that earned points',
    first_contacted_at Nullable(DateTime64(3, 'UTC')) COMMENT 'The first send, really or by implication',
    return_date Nullable(Date32) COMMENT 'Back from an absence',
    campaign_ids Array(LowCardinality(String)) COMMENT 'The campaigns it is or was in',
    contributions String COMMENT 'JSON array: event_id, type, at, campaign_id, points, human, why' CODEC(ZSTD(3)),
    inferred_sends String COMMENT 'JSON array: sends that must have happened: event_id, at, campaign_id, step, account, because_of' CODEC(ZSTD(3)),
    version UInt64 COMMENT 'Rises with every change of this lead' CODEC(ZSTD(1))
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (organization_id, lead_email)
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1
COMMENT 'The latest state of every lead';
