-- For a ClickHouse server that people or tools other than Salesbrain read: a role that reads the rows of one organization and
-- nothing else. Run it once as an administrator with the database of Salesbrain as the default one, after the schema, and
-- again after an update; every statement bears being repeated. The embedded engine has no users and refuses it.
--
-- Whose rows a user sees is a setting of that user that it cannot change:
--   CREATE USER acme_analyst IDENTIFIED BY '...' DEFAULT ROLE salesbrain_reader SETTINGS SQL_organization_id = 'acme' CONST;
-- A user without the setting gets an error instead of rows. Views are read with the rights of who asks, so the policies
-- hold behind them too.
CREATE ROLE IF NOT EXISTS salesbrain_reader SETTINGS readonly = 2, max_execution_time = 60, max_memory_usage = 4000000000;

GRANT SELECT ON campaigns TO salesbrain_reader;
GRANT SELECT ON correspondence TO salesbrain_reader;
GRANT SELECT ON costs TO salesbrain_reader;
GRANT SELECT ON deals TO salesbrain_reader;
GRANT SELECT ON events TO salesbrain_reader;
GRANT SELECT ON follow_up_decisions TO salesbrain_reader;
GRANT SELECT ON follow_ups TO salesbrain_reader;
GRANT SELECT ON lead_states TO salesbrain_reader;
GRANT SELECT ON rates TO salesbrain_reader;
GRANT SELECT ON replies TO salesbrain_reader;
GRANT SELECT ON touches TO salesbrain_reader;

GRANT SELECT ON account_health TO salesbrain_reader;
GRANT SELECT ON attribution TO salesbrain_reader;
GRANT SELECT ON campaign_overview TO salesbrain_reader;
GRANT SELECT ON campaign_roi TO salesbrain_reader;
GRANT SELECT ON cohort_funnel TO salesbrain_reader;
GRANT SELECT ON emails_before_deals TO salesbrain_reader;
GRANT SELECT ON lead_status_history TO salesbrain_reader;
GRANT SELECT ON lead_timeline TO salesbrain_reader;
GRANT SELECT ON messages TO salesbrain_reader;
GRANT SELECT ON reply_heatmap TO salesbrain_reader;
GRANT SELECT ON threads TO salesbrain_reader;

CREATE ROW POLICY OR REPLACE own_organization ON campaigns
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON correspondence
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON costs
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON deals
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON events
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON follow_up_decisions
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON follow_ups
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON lead_states
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON rates
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON replies
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;
CREATE ROW POLICY OR REPLACE own_organization ON touches
    USING organization_id = getSetting('SQL_organization_id') TO salesbrain_reader;

-- A table with a policy shows nothing to users no policy names; Salesbrain itself, and administrators, see everything.
CREATE ROW POLICY OR REPLACE everybody_else ON campaigns, correspondence, costs, deals, events, follow_up_decisions, follow_ups, lead_states,
    rates, replies, touches
    USING 1 TO ALL EXCEPT salesbrain_reader;
