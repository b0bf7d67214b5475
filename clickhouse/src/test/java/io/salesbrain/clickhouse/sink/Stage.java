package io.salesbrain.clickhouse.sink;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** A real broker with all topics, and a real warehouse with the schema. */
final class Stage implements AutoCloseable {
    private static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.SCORED_EVENTS,
            Topics.LEAD_STATES,
            Topics.RATES,
            Topics.COSTS,
            Topics.DEALS,
            Topics.FOLLOW_UPS,
            Topics.FOLLOW_UP_DECISIONS);
    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

    final LogConfig log;
    final LogWriter writer;
    final Warehouse warehouse;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EmbeddedKafka kafka;
    private final Admin admin;

    Stage(Path folder, Warehouse warehouse) throws InterruptedException {
        this.kafka = EmbeddedKafka.start(folder, 0);
        this.log = new LogConfig(kafka.bootstrapServers(), 2, 1);
        TopicCreator.ensure(log, Topics.ALL);
        this.writer = new LogWriter(log, "test");
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
        this.warehouse = warehouse;
        var _ = Migrations.fromClassPath().apply(warehouse);
    }

    static OrganizationId newOrganization() {
        return new OrganizationId("org-" + ORGANIZATIONS.incrementAndGet());
    }

    SinkConfig config() {
        return new SinkConfig(
                log, 2_000, 8L << 20, Duration.ofMillis(50), Duration.ofMillis(20), Duration.ofMillis(500), null);
    }

    SinkApp sink() {
        return sink(warehouse::insert);
    }

    SinkApp sink(TableInsert target) {
        return SinkApp.start(config(), target, registry);
    }

    void append(ScoredEvent event) {
        var _ = writer.append(Topics.SCORED_EVENTS, event.event().logKey(), event);
    }

    void appendEvents(OrganizationId organization, int from, int to) {
        for (int n = from; n < to; n++) {
            append(Records.event(organization, n));
        }
    }

    /** Waits until the sink's group has committed all that lies in the topics it reads. */
    void awaitCommitted() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    var ends = ends();
                    return ends.equals(committed(ends));
                });
    }

    private Map<TopicPartition, Long> committed(Map<TopicPartition, Long> ends) throws Exception {
        var offsets = admin.listConsumerGroupOffsets(SinkApp.GROUP_ID)
                .partitionsToOffsetAndMetadata()
                .get(10, TimeUnit.SECONDS);
        var committed = new HashMap<TopicPartition, Long>();
        for (var partition : ends.keySet()) {
            var offset = offsets.get(partition);
            committed.put(partition, offset == null ? 0 : offset.offset());
        }
        return committed;
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : TOPICS) {
            for (int partition = 0; partition < writer.partitions(topic); partition++) {
                latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest)
                .all()
                .get(10, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** Takes the sink's group back to the first record of everything; the sink must be closed. */
    void rewind() throws Exception {
        var zero = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends().keySet().forEach(partition -> zero.put(partition, new OffsetAndMetadata(0)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> altered(zero));
    }

    /** The coordinator refuses while it still counts a member. */
    private boolean altered(Map<TopicPartition, OffsetAndMetadata> offsets) throws InterruptedException {
        try {
            admin.alterConsumerGroupOffsets(SinkApp.GROUP_ID, offsets).all().get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    long count(String table, OrganizationId organization) {
        return warehouse
                .query(
                        "SELECT count() AS n FROM " + table + " FINAL WHERE organization_id = {organization_id:String}",
                        Map.of("organization_id", organization.value()),
                        row -> row.longValue("n"))
                .getFirst();
    }

    /** A hash over all rows of all tables, the same whatever their order. */
    String fingerprint() {
        return Arrays.stream(Table.values())
                .map(Table::label)
                .map(table -> warehouse
                        .query(
                                "SELECT concat({table:String}, ' ', toString(count()), ' ',"
                                        + " toString(sum(cityHash64(toString(tuple(* EXCEPT stored_at)))))) AS print FROM "
                                        + table
                                        + " FINAL",
                                Map.of("table", table),
                                row -> row.string("print"))
                        .getFirst())
                .toList()
                .toString();
    }

    @Override
    public void close() {
        writer.close();
        admin.close();
        warehouse.close();
        kafka.close();
    }
}
