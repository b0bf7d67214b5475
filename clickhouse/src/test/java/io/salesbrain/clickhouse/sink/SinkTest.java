package io.salesbrain.clickhouse.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.query.StoredProgress;
import io.salesbrain.events.DeadLetter;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredRecord;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import io.salesbrain.log.TopicFollower;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Stage stage;
    private long processed;

    @BeforeAll
    void open(@TempDir Path folder) throws InterruptedException {
        stage = new Stage(folder, SharedEngine.warehouse());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    void storesEveryKindOfRecord() throws Exception {
        var organization = Stage.newOrganization();
        var campaign = new Dimension.Campaign("campaign/1 with a slash");
        var step = new Dimension.Step("campaign-1", new StepVariant(1, 2, 3));
        try (var sink = stage.sink()) {
            stage.appendEvents(organization, 0, 100);
            for (int version = 1; version <= 3; version++) {
                var state = Records.leadState(organization, Records.lead(1), version);
                var _ = stage.writer.append(Topics.LEAD_STATES, state.key(), state);
                for (var dimension : List.of(campaign, step)) {
                    var key = Records.rateKey(organization, dimension, Records.START)
                            .format();
                    var _ = stage.writer.append(Topics.RATES, key, Records.bucket(version));
                }
            }
            for (var cost : List.of(
                    Records.cost(organization, "a", "12.5", "EUR"),
                    Records.cost(organization, "b", "1", "USD"),
                    Records.cost(organization, "a", "12.75", "EUR"))) {
                var _ = stage.writer.append(Topics.COSTS, cost.key(), cost);
            }
            var _ = stage.writer.append(Topics.COSTS, organization + "/b", null);
            var deal = Records.deal(organization, "deal", "99999999999999.123456789");
            var _ = stage.writer.appendAndWait(Topics.DEALS, deal.key(), deal);
            stage.awaitCommitted();
            assertThat(sink.isHealthy()).isTrue();
            assertThat(sink.lastInsertAt()).isPresent();
        }
        assertThat(stage.count("events", organization)).isEqualTo(100);
        assertThat(stage.count("lead_states", organization)).isEqualTo(1);
        assertThat(stage.count("rates", organization)).isEqualTo(2);
        assertThat(stage.warehouse.query(
                        "SELECT cost_id, amount FROM costs FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.string("cost_id") + " " + row.decimal("amount")))
                .containsExactly("a 12.750000000");
        assertThat(stage.warehouse.query(
                        "SELECT amount FROM deals FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.decimal("amount").toPlainString()))
                .containsExactly("99999999999999.123456789");
    }

    @Test
    void rowsAreTheSameAfterACrashAtAnyEdgeAndAfterReadingEverythingAgain() throws Exception {
        var organization = Stage.newOrganization();
        appendSomeOfEverything(organization, 500);
        var edges = new CrashAtEachEdge(stage.warehouse::insert);
        try (var _ = stage.sink(edges)) {
            stage.awaitCommitted();
        }
        assertThat(edges.crashes()).as("crashes, two for each table").isGreaterThanOrEqualTo(2 * Table.values().length);
        assertThat(stage.count("events", organization)).isEqualTo(500);
        assertThat(stage.count("lead_states", organization)).isEqualTo(40);
        assertThat(stage.count("rates", organization)).isEqualTo(3);
        assertThat(stage.count("costs", organization)).isEqualTo(1);
        assertThat(stage.count("deals", organization)).isEqualTo(1);
        assertThat(stage.count("touches", organization)).isEqualTo(200);
        assertThat(stage.count("replies", organization)).isEqualTo(100);
        assertThat(stage.count("campaigns", organization)).isEqualTo(3);
        assertThat(stage.count("follow_ups", organization)).isEqualTo(1);
        assertThat(stage.count("follow_up_decisions", organization)).isEqualTo(1);

        var before = stage.fingerprint();
        stage.rewind();
        try (var _ = stage.sink()) {
            stage.awaitCommitted();
        }
        assertThat(stage.fingerprint()).isEqualTo(before);
        assertThat(stage.warehouse.query(
                        "SELECT count() AS n FROM events WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.longValue("n")))
                .as("rows with their copies, to know that there were copies")
                .allMatch(n -> n >= 500);
    }

    private void appendSomeOfEverything(OrganizationId organization, int events) throws InterruptedException {
        stage.appendEvents(organization, 0, events);
        for (int lead = 0; lead < 40; lead++) {
            var state = Records.leadState(organization, Records.lead(lead), lead + 1);
            var _ = stage.writer.append(Topics.LEAD_STATES, state.key(), state);
        }
        for (var dimension : List.of(
                new Dimension.Organization(),
                new Dimension.Campaign("campaign-1"),
                new Dimension.Account("anna@sender.example"))) {
            var key = Records.rateKey(organization, dimension, Records.START).format();
            var _ = stage.writer.append(Topics.RATES, key, Records.bucket(7));
        }
        var cost = Records.cost(organization, "cost", "10", "EUR");
        var _ = stage.writer.append(Topics.COSTS, cost.key(), cost);
        var deal = Records.deal(organization, "deal", "1000");
        var _ = stage.writer.append(Topics.DEALS, deal.key(), deal);
        var followUp = Records.followUp(organization, Records.lead(1));
        var _ = stage.writer.append(Topics.FOLLOW_UPS, followUp.key(), followUp);
        var decision = new FollowUpDecision(organization, followUp.followUpId(), FollowUpState.DONE, Records.START);
        var _ = stage.writer.append(Topics.FOLLOW_UP_DECISIONS, decision.key(), decision);
        var mark = new Watermark(0, ++processed, 3);
        var _ = stage.writer.appendAndWait(Topics.SCORED_EVENTS, mark.key(), mark);
    }

    @Test
    void whatWasNeverCommittedIsNotThere() throws Exception {
        var organization = Stage.newOrganization();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", stage.log.bootstrapServers(), "transactional.id", "scoring-of-this-test");
        try (var _ = stage.sink();
                var producer = new KafkaProducer<>(
                        settings,
                        new StringSerializer(),
                        Topics.SCORED_EVENTS.valueSerde().serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(scored(organization, 1));
            producer.abortTransaction();
            producer.beginTransaction();
            var _ = producer.send(scored(organization, 2));
            producer.commitTransaction();
            stage.awaitCommitted();
        }
        assertThat(stage.warehouse.query(
                        "SELECT ordinal FROM events FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.longValue("ordinal")))
                .containsExactly(Records.event(organization, 2).ordinal());
    }

    private static ProducerRecord<String, ScoredRecord> scored(OrganizationId organization, int n) {
        var event = Records.event(organization, n);
        return new ProducerRecord<>(Topics.SCORED_EVENTS.name(), event.event().logKey(), event);
    }

    @Test
    void setsAsideWhatCannotBeStoredAndGoesOn() throws Exception {
        var organization = Stage.newOrganization();
        for (int n = 0; n < 50; n++) {
            var cost = Records.cost(organization, "cost-" + n, n == 17 || n == 30 ? "1e40" : "1", "EUR");
            var _ = stage.writer.append(Topics.COSTS, cost.key(), cost);
        }
        var bytes = new Topic<>(
                Topics.SCORED_EVENTS.name(),
                Serdes.String(),
                Serdes.ByteArray(),
                true,
                false,
                false,
                Optional.empty(),
                "The same topic, for bytes that are no record.");
        var _ = stage.writer.append(bytes, "no json", "{\"kind\":".getBytes(StandardCharsets.UTF_8));
        var _ = stage.writer.append(bytes, "no kind", "{}".getBytes(StandardCharsets.UTF_8));
        stage.appendEvents(organization, 0, 10);
        var letters = new ConcurrentLinkedQueue<DeadLetter>();
        try (var _ = stage.sink();
                var _ = TopicFollower.<String, DeadLetter>fromStart(
                        stage.log, Topics.DEAD_LETTERS, (_, _, _, letter) -> {
                            if (letter != null) {
                                letters.add(letter);
                            }
                        })) {
            stage.awaitCommitted();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(letters)
                            .extracting(DeadLetter::recordKey)
                            .containsExactlyInAnyOrder(
                                    "no json", "no kind", organization + "/cost-17", organization + "/cost-30"));
        }
        assertThat(letters)
                .filteredOn(letter -> letter.topic().equals(Topics.COSTS.name()))
                .allSatisfy(letter -> {
                    assertThat(letter.error()).contains("costs");
                    assertThat(new String(Base64.getDecoder().decode(letter.valueBase64()), StandardCharsets.UTF_8))
                            .contains("\"cost_id\":\"cost-");
                });
        assertThat(stage.count("costs", organization)).isEqualTo(48);
        assertThat(stage.count("events", organization)).isEqualTo(10);
        assertThat(stage.registry.get("salesbrain.sink.dead.letters").counter().count())
                .isEqualTo(4);
    }

    @Test
    void aWatermarkIsThereOnlyAfterTheRowsBeforeIt() throws Exception {
        var organization = Stage.newOrganization();
        var key = Records.leadState(organization, Records.lead(1), 1).key();
        var rowsAtWatermark = new ConcurrentLinkedQueue<Long>();
        TableInsert watching = (table, rows, settings) -> {
            if (table.equals("watermarks")) {
                rowsAtWatermark.add(stage.count("events", organization));
            }
            return stage.warehouse.insert(table, rows, settings);
        };
        try (var sink = stage.sink(watching)) {
            for (int round = 1; round <= 5; round++) {
                for (int n = 0; n < 100; n++) {
                    var event = Records.event(
                            organization, round * 100 + n, EventType.EMAIL_OPENED, Records.lead(1), "campaign-1", null);
                    var _ = stage.writer.append(Topics.SCORED_EVENTS, key, event);
                }
                var _ = stage.writer.appendAndWait(Topics.SCORED_EVENTS, key, new Watermark(1, 100L * round, 0));
                stage.awaitCommitted();
            }
            Awaitility.await().atMost(PATIENCE).until(() -> sink.lag() == 0);
        }
        assertThat(rowsAtWatermark).containsExactly(100L, 200L, 300L, 400L, 500L);
        assertThat(new StoredProgress(stage.warehouse).watermarks())
                .filteredOn(stored -> stored.watermark().partition() == 1)
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.topic()).isEqualTo(Topics.SCORED_EVENTS.name());
                    assertThat(stored.watermark()).isEqualTo(new Watermark(1, 500, 0));
                });
    }

    /** Crashes before the first insert, after it, before the second, and so on: once each, then never again. */
    private static final class CrashAtEachEdge implements TableInsert {
        private final TableInsert real;
        private final Set<String> crashed = new HashSet<>();

        CrashAtEachEdge(TableInsert real) {
            this.real = real;
        }

        @Override
        public long insert(String table, byte[] jsonEachRow, Map<String, String> settings) {
            crashOnce("before " + table);
            long written = real.insert(table, jsonEachRow, settings);
            crashOnce("after " + table);
            return written;
        }

        private void crashOnce(String edge) {
            if (crashed.add(edge)) {
                throw new IllegalStateException("killed " + edge);
            }
        }

        int crashes() {
            return crashed.size();
        }
    }
}
