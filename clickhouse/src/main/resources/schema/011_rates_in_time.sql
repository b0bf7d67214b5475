-- Outcomes at a fixed age of their cohort, which is what alerts compare.
ALTER TABLE rates
    ADD COLUMN IF NOT EXISTS cohort_leads_opened_in_time Int64 COMMENT 'Leads that opened within 3 days of the first contact, in its hour' CODEC(T64, ZSTD(1)) AFTER cohort_human_leads_clicked,
    ADD COLUMN IF NOT EXISTS cohort_leads_replied_in_time Int64 COMMENT 'Leads with a human reply within 7 days of the first contact, in its hour' CODEC(T64, ZSTD(1)) AFTER cohort_leads_opened_in_time;
