package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes rows of the records of the topics of results. */
final class RowTranslator {
    private final Map<String, Source<?>> sources = List.of(
                    new Source<>(Topics.SCORED_EVENTS, (record, _, value) -> switch (value) {
                        case ScoredEvent scored -> event(record, scored);
                        case Watermark mark -> List.of(watermark(record, mark));
                        case null -> List.of();
                    }),
                    new Source<>(Topics.LEAD_STATES, (record, key, value) -> switch (value) {
                        case LeadState state ->
                            List.of(new TableRow(Table.LEAD_STATES, key, LeadRows.state(state), record));
                        case Watermark mark -> List.of(watermark(record, mark));
                        case null -> List.of();
                    }),
                    new Source<>(Topics.RATES, (record, key, value) -> switch (value) {
                        case RateBucket bucket ->
                            List.of(new TableRow(Table.RATES, key, Rows.rates(RateKey.parse(key), bucket), record));
                        case Watermark mark -> List.of(watermark(record, mark));
                        case null -> List.of();
                    }),
                    new Source<>(
                            Topics.COSTS,
                            (record, key, cost) -> entered(
                                    record,
                                    Table.COSTS,
                                    cost == null
                                            ? Rows.takenBack(key, "cost_id", record.offset())
                                            : Rows.cost(cost, record.offset()))),
                    new Source<>(
                            Topics.DEALS,
                            (record, key, deal) -> entered(
                                    record,
                                    Table.DEALS,
                                    deal == null
                                            ? Rows.takenBack(key, "deal_id", record.offset())
                                            : Rows.deal(deal, record.offset()))),
                    new Source<>(
                            Topics.FOLLOW_UPS,
                            (record, key, followUp) -> entered(
                                    record,
                                    Table.FOLLOW_UPS,
                                    followUp == null
                                            ? Rows.takenBack(key, "follow_up_key", record.offset())
                                            : LeadRows.followUp(key, followUp, record.offset()))),
                    new Source<>(
                            Topics.FOLLOW_UP_DECISIONS,
                            (record, key, decision) -> entered(
                                    record,
                                    Table.FOLLOW_UP_DECISIONS,
                                    decision == null
                                            ? Rows.takenBack(key, "follow_up_id", record.offset())
                                            : LeadRows.decision(decision, record.offset()))))
            .stream()
            .collect(Collectors.toUnmodifiableMap(source -> source.topic().name(), Function.identity()));

    /** The topics whose records it knows. */
    List<String> topics() {
        return List.copyOf(sources.keySet());
    }

    /** Empty for a record that stands for no row, such as the tombstone of a lead. */
    List<TableRow> translate(ConsumerRecord<byte[], byte[]> record) throws UnreadableException {
        var source = sources.get(record.topic());
        if (source == null) {
            throw new IllegalArgumentException("no table is filled from " + record.topic());
        }
        try {
            return source.read(record);
        } catch (RuntimeException e) {
            // Whatever reading it throws lies in its bytes and will be thrown again: it is set aside, with the reason.
            throw new UnreadableException(e);
        }
    }

    /** The event, and what lies beside it for those who ask for sends, replies or names alone. */
    private static List<TableRow> event(ConsumerRecord<byte[], byte[]> record, ScoredEvent scored) {
        var event = scored.event();
        var identity = event.organizationId() + "/" + event.eventId();
        var rows = new ArrayList<TableRow>(4);
        rows.add(new TableRow(Table.EVENTS, identity, Rows.event(scored), record));
        if (event.type() == EventType.EMAIL_SENT) {
            rows.add(new TableRow(Table.TOUCHES, identity, Excerpts.touch(event), record));
        } else if (event.type() == EventType.REPLY_RECEIVED || event.type() == EventType.AUTO_REPLY_RECEIVED) {
            rows.add(new TableRow(Table.REPLIES, identity, Excerpts.reply(scored), record));
        }
        if (Letters.isOne(event)) {
            rows.add(new TableRow(Table.CORRESPONDENCE, identity, Letters.row(event), record));
        }
        if (!event.campaignId().isEmpty() && !event.campaignName().isEmpty()) {
            long version = Excerpts.nameVersion(event);
            rows.add(TableRow.fleeting(
                    Table.CAMPAIGNS,
                    event.organizationId() + "/" + event.campaignId(),
                    () -> Excerpts.campaign(event, version),
                    record,
                    version));
        }
        return rows;
    }

    private static TableRow watermark(ConsumerRecord<byte[], byte[]> record, Watermark mark) {
        var identity = record.topic() + "/" + record.partition() + "/" + mark.partition();
        return new TableRow(
                Table.WATERMARKS,
                identity,
                Rows.watermark(record.topic(), record.partition(), mark, Instant.now()),
                record);
    }

    /** What is few rows is written row by row: where a later one is refused, the earlier still stands. */
    private static List<TableRow> entered(ConsumerRecord<byte[], byte[]> record, Table table, byte[] row) {
        return List.of(new TableRow(table, record.partition() + "/" + record.offset(), row, record));
    }

    private record Source<V>(Topic<String, V> topic, Shape<V> shape) {
        List<TableRow> read(ConsumerRecord<byte[], byte[]> record) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            var value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            return shape.rows(record, key, value);
        }
    }

    @FunctionalInterface
    private interface Shape<V> {
        List<TableRow> rows(ConsumerRecord<byte[], byte[]> record, String key, @Nullable V value);
    }
}
