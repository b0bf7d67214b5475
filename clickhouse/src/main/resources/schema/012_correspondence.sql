-- What the model made of every category, and not only of the likeliest. Of judgements from before, the likeliest is known.
ALTER TABLE events
    ADD COLUMN IF NOT EXISTS probabilities Map(LowCardinality(String), Float64)
        DEFAULT if(category = '', map(), map(category, probability))
        COMMENT 'The model''s probability of each category of a reply; empty where it judged none' AFTER probability;

-- Sends and replies with what is new in them, for the search. By time, for the latest come first: a frequent word is found
-- in the latest rows, a rare one in the text index. Words are folded as the search folds its question: lower case, without
-- accents; a word with an umlaut stands there without it and spelled out, so that both Muller and Mueller find Müller.
CREATE TABLE IF NOT EXISTS correspondence
(
    organization_id LowCardinality(String) COMMENT 'Whose correspondence',
    at DateTime64(3, 'UTC') COMMENT 'When it was sent or came' CODEC(ZSTD(1)),
    event_id String COMMENT 'The event it is of' CODEC(ZSTD(1)),
    type LowCardinality(String) COMMENT 'email_sent, reply_received, auto_reply_received',
    lead_email String COMMENT 'To or from whom, lower-cased' CODEC(ZSTD(1)),
    campaign_id LowCardinality(String) COMMENT 'Empty where not sent',
    received_at DateTime64(3, 'UTC') COMMENT 'When we were told; what its retention goes by' CODEC(ZSTD(1)),
    subject String COMMENT 'As sent' CODEC(ZSTD(3)),
    text String COMMENT 'What its writer wrote, without quotes and signatures' CODEC(ZSTD(3)),
    folded String
        DEFAULT concat(' ', arrayStringConcat(arrayDistinct(arrayFilter(word -> word != '', splitByChar(' ',
            replaceRegexpAll(replaceRegexpAll(normalizeUTF8NFKD(concat(
                replaceAll(lowerUTF8(normalizeUTF8NFKC(concat(subject, '\n', text, '\n', lead_email))), 'ß', 'ss'),
                ' ',
                replaceAll(replaceAll(replaceAll(replaceAll(
                    lowerUTF8(normalizeUTF8NFKC(concat(subject, '\n', text, '\n', lead_email))),
                    'ß', 'ss'), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))),
                '\\p{M}+', ''), '[^\\p{L}\\p{N}]+', ' ')))), ' '), ' ')
        COMMENT 'The words of subject, text and address, each once, with a blank on either side' CODEC(ZSTD(1)),
    INDEX words folded TYPE text(tokenizer = splitByNonAlpha)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYear(at)
ORDER BY (organization_id, at, event_id)
TTL toDateTime(received_at) + INTERVAL 5 YEAR DELETE WHERE toYear(received_at) BETWEEN 2020 AND 2100
SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024
COMMENT 'Sends and replies with their texts, for the search';

-- Replies from before are cut where the usual lines above a quote begin; ./salesbrain rebuild cuts them as the sink does.
INSERT INTO correspondence (organization_id, at, event_id, type, lead_email, campaign_id, received_at, subject, text)
SETTINGS max_partitions_per_insert_block = 0
SELECT
    organization_id, at, event_id, type, lead_email, campaign_id, received_at,
    JSONExtractString(raw, concat(prefix, 'subject')) AS subject,
    trimBoth(replaceRegexpOne(
        if(plain = '', extractTextFromHTML(JSONExtractString(raw, concat(prefix, 'html'))), plain),
        '(?is)(^|\\n)\\s*(>|-+ ?(original|ursprüngliche|forwarded)|on [^\\n]{5,200} wrote:|am [^\\n]{5,200} schrieb|(from|von): [^\\n]*@).*$',
        '')) AS text
FROM
(
    SELECT
        organization_id, at, event_id, type, lead_email, campaign_id, received_at, raw,
        if(type = 'email_sent', 'email_', 'reply_') AS prefix,
        JSONExtractString(raw, concat(prefix, 'text')) AS plain
    FROM events
    WHERE type IN ('email_sent', 'reply_received', 'auto_reply_received')
);
