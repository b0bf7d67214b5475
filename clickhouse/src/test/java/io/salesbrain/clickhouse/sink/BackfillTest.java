package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migration;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A database from before the tables beside the events has, after the update, what the sink would have written there. */
class BackfillTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final List<String> BESIDE = List.of("touches", "replies", "campaigns");

    private final List<ScoredEvent> events = events();

    private static List<ScoredEvent> events() {
        var events = new ArrayList<ScoredEvent>();
        for (int n = 0; n < 60; n++) {
            events.add(Records.event(ACME, n));
        }
        // More years than an insert may touch by default.
        for (int year = 1950; year < 2070; year++) {
            var at = Instant.parse(year + "-06-01T00:00:00Z");
            events.add(Records.event(ACME, year, at, EventType.EMAIL_SENT, Records.lead(3), "campaign-9", null));
        }
        return events;
    }

    @Test
    void whatLiesInTheEventsIsBroughtOver() {
        try (var updated = SharedEngine.warehouse();
                var fresh = SharedEngine.warehouse()) {
            new Migrations(before()).apply(updated);
            insert(updated, "events", events.stream().map(Rows::event));
            var _ = Migrations.fromClassPath().apply(updated);
            var _ = Migrations.fromClassPath().apply(fresh);
            var rows = new RowsForTests(fresh);
            rows.events(events);
            insert(
                    fresh,
                    "touches",
                    events.stream()
                            .map(ScoredEvent::event)
                            .filter(event -> event.type() == EventType.EMAIL_SENT)
                            .map(Excerpts::touch));
            for (var table : BESIDE) {
                assertThat(print(updated, table)).as(table).isNotEmpty().isEqualTo(print(fresh, table));
            }
        }
    }

    private static void insert(Warehouse warehouse, String table, Stream<byte[]> rows) {
        var lines = new ByteArrayOutputStream();
        rows.forEach(row -> {
            lines.writeBytes(row);
            lines.write('\n');
        });
        // The sink of that time did not write the columns that came later.
        var settings = new HashMap<>(BatchWriter.SETTINGS);
        settings.put("input_format_skip_unknown_fields", "1");
        var _ = warehouse.insert(table, lines.toByteArray(), settings);
    }

    private static List<String> print(Warehouse warehouse, String table) {
        return warehouse.query(
                "SELECT toString(tuple(*)) AS line FROM " + table + " FINAL ORDER BY line",
                Map.of(),
                row -> row.string("line"));
    }

    private static List<Migration> before() {
        return Stream.of("001_events", "002_lead_states", "003_rates", "004_money", "005_watermarks", "006_views")
                .map(name -> Migration.ofFile(name + ".sql", read("/schema/" + name + ".sql")))
                .toList();
    }

    private static String read(String resource) {
        try (var in = BackfillTest.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
