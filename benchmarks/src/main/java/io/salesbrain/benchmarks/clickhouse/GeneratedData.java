package io.salesbrain.benchmarks.clickhouse;

import io.salesbrain.clickhouse.Warehouse;
import java.util.List;
import java.util.Map;

/**
 * Three months of invented events, made by the engine itself, with what lies beside them: a tenth as many leads as events, a
 * third sends, one reply in 33, one deal per thousand leads. Organization org-1 has ten times the campaigns of the others.
 */
final class GeneratedData {
    private static final int EVENTS_PER_LEAD = 10;
    private static final long ROWS_PER_INSERT = 1_000_000;

    private final Warehouse warehouse;
    private final long events;
    private final int organizations;
    private final int campaigns;

    GeneratedData(Warehouse warehouse, long events, int organizations, int campaigns) {
        this.warehouse = warehouse;
        this.events = events;
        this.organizations = organizations;
        this.campaigns = campaigns;
    }

    void fill() {
        long startedNanos = System.nanoTime();
        for (long from = 0; from < events; from += ROWS_PER_INSERT) {
            run(EVENTS.replace("{from}", Long.toString(from))
                    .replace("{count}", Long.toString(Math.min(ROWS_PER_INSERT, events - from))));
        }
        run("INSERT INTO touches SELECT organization_id, lead_email, campaign_id, sequence, step, variant, account, at,"
                + " received_at, event_id FROM events WHERE type = 'email_sent'");
        run(
                "INSERT INTO replies SELECT organization_id, campaign_id, event_id, type, lead_email, account, at, received_at, '',"
                        + " at, category, abstained, language, snippet FROM events WHERE type = 'reply_received'");
        run(
                "INSERT INTO campaigns SELECT organization_id, campaign_id, any(campaign_name), max(events.at), 1 FROM events"
                        + " GROUP BY organization_id, campaign_id");
        for (var dimension : List.of("organization", "campaign", "account")) {
            run(RATES.replace("{dimension}", dimension)
                    .replace("{campaign}", dimension.equals("campaign") ? "campaign_id" : "''")
                    .replace("{account}", dimension.equals("account") ? "account" : "''"));
        }
        run(LEADS);
        run(DEALS.replace("{count}", Long.toString(Math.max(organizations, leads() / 1_000))));
        run(COSTS.replace("{count}", Integer.toString(100 * organizations)));
        System.out.printf(
                "%,d events of %d organizations with %d campaigns each (org-1: %d) generated in %.0f s%n",
                events, organizations, campaigns, 10 * campaigns, (System.nanoTime() - startedNanos) / 1e9);
    }

    private long leads() {
        return events / EVENTS_PER_LEAD;
    }

    private void run(String sql) {
        warehouse.execute(
                sql.replace("{organizations}", Integer.toString(organizations))
                        .replace("{campaigns}", Integer.toString(campaigns))
                        .replace("{leads}", Long.toString(Math.max(1, leads()))),
                Map.of());
    }

    private static final String EVENTS = """
            INSERT INTO events (organization_id, event_id, type, name, at, sent_at, received_at, lead_email, campaign_id,
                campaign_name, account, step, variant, email_id, category, raw, partition, ordinal)
            SELECT
                'org-' || toString(number % {leads} % {organizations}) AS organization_id,
                hex(sipHash128(number)),
                multiIf(number % 33 = 0, 'reply_received', number % 3 = 0, 'email_sent', number % 7 = 0, 'email_clicked', 'email_opened') AS kind,
                kind,
                toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + intDiv(cityHash64(number) % 7776000000, 1000) AS moment,
                moment,
                now(),
                'lead' || toString(number % {leads}) || '@customer' || toString(number % {leads} % 997) || '.example',
                'campaign-' || toString(cityHash64(number % {leads}) % if(organization_id = 'org-1', 10 * {campaigns}, {campaigns})),
                'Campaign of some name',
                'box' || toString(cityHash64(number % {leads}) % 40) || '@sender.example',
                1 + intDiv(number, {leads}) % 4,
                1 + number % 2,
                'mail-' || toString(number),
                if(number % 33 = 0, 'interested', ''),
                concat('{"event_type":"', kind, '","timestamp":"', toString(moment), '","workspace":"w-1","email_id":"',
                    toString(number), '","lead_email":"lead', toString(number % {leads}),
                    '","first_name":"Ada","company":"Company ', toString(number % 997), '","step":1}'),
                number % 4,
                intDiv(number, 4)
            FROM numbers({from}, {count})""";

    private static final String RATES = """
            INSERT INTO rates (organization_id, dimension, campaign_id, account, hour, emails_sent, leads_contacted,
                emails_opened, leads_opened, cohort_leads_opened, leads_clicked, cohort_leads_clicked, leads_replied,
                cohort_leads_replied, positive_replies, cohort_positive_replies, version, updated_at)
            SELECT organization_id, '{dimension}', {campaign}, {account}, toStartOfHour(events.at),
                countIf(type = 'email_sent') AS sent, intDiv(sent, 3), countIf(type = 'email_opened') AS opened, opened,
                opened, countIf(type = 'email_clicked') AS clicked, clicked, countIf(type = 'reply_received') AS replied,
                replied, replied, replied, 1, now()
            FROM events
            GROUP BY organization_id, {campaign}, {account}, toStartOfHour(events.at)""";

    private static final String LEADS = """
            INSERT INTO lead_states (organization_id, lead_email, status, points, half_life_ms, first_contacted_at,
                first_opened_at, first_replied_at, contributions, inferred_sends, status_history, version)
            SELECT 'org-' || toString(number % {organizations}),
                'lead' || toString(number) || '@customer' || toString(number % 997) || '.example', 'engaged', number % 200, 1209600000,
                toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + cityHash64(number) % 7776000 AS moment,
                if(number % 2 = 0, moment, NULL), if(number % 20 = 0, moment, NULL),
                '[{"event_id":"e","type":"email_opened","at":"2026-01-01T00:00:00.000Z","campaign_id":"campaign-1","points":10,"human":1.0,"why":"Opened"}]',
                '[]', '[]', 1
            FROM numbers({leads})""";

    private static final String DEALS = """
            INSERT INTO deals (organization_id, deal_id, lead_email, amount, currency, closed_at, recorded_at, version)
            SELECT 'org-' || toString(lead % {organizations}), toString(number),
                'lead' || toString(number * 1000 % {leads} + number % 10 AS lead) || '@customer' || toString(lead % 997) || '.example',
                100 + number % 5000, if(number % 3 = 0, 'USD', 'EUR'),
                toDateTime64('2026-03-20 00:00:00', 3, 'UTC') + number % 864000, now(), 1
            FROM numbers({count})""";

    private static final String COSTS = """
            INSERT INTO costs (organization_id, cost_id, amount, currency, incurred_at, campaign_id, recorded_at, version)
            SELECT 'org-' || toString(number % {organizations}), toString(number), 10 + number % 90, 'EUR',
                toDateTime64('2026-02-01 00:00:00', 3, 'UTC'), 'campaign-' || toString(number % {campaigns}), now(), 1
            FROM numbers({count})""";

    /** What the rows weigh, beside one table of all events as a first draft would have it. */
    void printWeights() {
        run(
                "CREATE TABLE naive (organization_id String, event_id String, type String, name String, at DateTime64(3, 'UTC'),"
                        + " lead_email String, campaign_id String, campaign_name String, account String, step UInt16, variant UInt16,"
                        + " email_id String, category String, raw String) ENGINE = MergeTree ORDER BY at");
        for (int part = 0; part < 10; part++) {
            run(
                    "INSERT INTO naive SELECT organization_id, event_id, type, name, at, lead_email, campaign_id, campaign_name,"
                            + " account, step, variant, email_id, category, raw FROM events WHERE cityHash64(event_id) % 10 = "
                            + part);
        }
        for (var table : List.of("events", "touches", "naive")) {
            run("OPTIMIZE TABLE " + table + " FINAL");
        }
        long all = bytes("table != 'naive'");
        System.out.printf(
                "bytes per event: events %.1f, with everything beside them %.1f; naive single table %.1f%n",
                bytes("table = 'events'") / (double) events,
                all / (double) events,
                bytes("table = 'naive'") / (double) events);
    }

    private long bytes(String condition) {
        return warehouse
                .query(
                        "SELECT sum(bytes_on_disk) AS n FROM system.parts WHERE active AND database = currentDatabase() AND "
                                + condition,
                        Map.of(),
                        row -> row.longValue("n"))
                .getFirst();
    }
}
