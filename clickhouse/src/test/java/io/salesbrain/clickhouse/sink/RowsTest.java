package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What senders write and no table was made for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowsTest {
    private final Warehouse warehouse = SharedEngine.warehouse();
    private final RowsForTests rows = new RowsForTests(warehouse);

    @BeforeAll
    void create() {
        var _ = Migrations.fromClassPath().apply(warehouse);
    }

    @AfterAll
    void close() {
        warehouse.close();
    }

    @Test
    void eventsOfEveryYearGoIntoOneInsert() {
        var organization = new OrganizationId("every-year");
        rows.events(IntStream.rangeClosed(1, 2500)
                .mapToObj(year -> at(organization, year, Instant.parse("%04d-06-01T12:00:00Z".formatted(year))))
                .toList());

        assertThat(warehouse.query(
                        "SELECT count() AS n, min(at) AS earliest, max(at) AS latest, uniqExact(at) AS different FROM events FINAL"
                                + " WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> List.of(
                                row.longValue("n"),
                                row.instant("earliest").atOffset(ZoneOffset.UTC).getYear(),
                                row.instant("latest").atOffset(ZoneOffset.UTC).getYear(),
                                row.longValue("different"))))
                .containsExactly(List.of(2500L, 1900, 2299, 402L));
    }

    @Test
    void hoursBeforeTheEpochAreHoursOfTheirOwn() {
        var organization = new OrganizationId("early");
        for (var hour : List.of("1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z", "1901-01-01T00:00:00Z")) {
            var key = Records.rateKey(organization, new Dimension.Organization(), Instant.parse(hour));
            rows.rates(key, Records.bucket(1));
        }

        assertThat(warehouse.query(
                        "SELECT hour FROM rates FINAL WHERE organization_id = {organization_id:String} ORDER BY hour",
                        Map.of("organization_id", organization.value()),
                        row -> row.instant("hour").toString()))
                .containsExactly("1901-01-01T00:00:00Z", "1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z");
    }

    @Test
    void textIsKeptAsItIsButForHalvesOfSurrogatePairs() {
        var organization = new OrganizationId("texts");
        var texts = List.of("tab\t line\n \\ \\n \"quoted\" 'too' \0 \u2028 Grüße 🙂", "", "\\N", "{\"a\":1}");
        for (int n = 0; n < texts.size(); n++) {
            rows.events(List.of(named(organization, n, texts.get(n))));
        }
        rows.events(List.of(named(organization, 9, "half \ud83d pair")));

        assertThat(warehouse.query(
                        "SELECT campaign_id FROM events FINAL WHERE organization_id = {organization_id:String}"
                                + " ORDER BY at",
                        Map.of("organization_id", organization.value()),
                        row -> row.string("campaign_id")))
                .containsExactly(texts.get(0), texts.get(1), texts.get(2), texts.get(3), "half ? pair");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsNotTheRowsFault() {
        assertThat(BatchWriter.isTheRowsFault(refused("{\"cost_id\":\"a\",\"of_tomorrow\":1}")))
                .isFalse();
        assertThat(BatchWriter.isTheRowsFault(refused("{\"cost_id\":\"a\",\"amount\":\"much\"}")))
                .isTrue();
    }

    private WarehouseException refused(String row) {
        var refusal = catchThrowableOfType(
                WarehouseException.class,
                () -> warehouse.insert("costs", row.getBytes(StandardCharsets.UTF_8), BatchWriter.SETTINGS));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static ScoredEvent at(OrganizationId organization, int n, Instant at) {
        return Records.event(organization, n, at, EventType.EMAIL_SENT, Records.lead(1), "campaign-1", null);
    }

    private static ScoredEvent named(OrganizationId organization, int n, String campaignId) {
        return Records.event(organization, n, EventType.EMAIL_SENT, Records.lead(1), campaignId, null);
    }
}
