package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.LeadState;
import io.salesbrain.events.RateBucket;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import io.salesbrain.events.Topic;
import io.salesbrain.events.Topics;
import io.salesbrain.events.Watermark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes rows of the records of the topics of results. */
final class RowTranslator {
    private final Map<String, Source<?>> sources = List.of(
                    new Source<>(Topics.SCORED_EVENTS, (record, _, value) -> switch (value) {
                        case ScoredEvent scored -> event(record, scored);
                        case Watermark mark -> watermark(record, mark);
                        case null -> null;
                    }),
                    new Source<>(Topics.LEAD_STATES, (record, key, value) -> switch (value) {
                        case LeadState state -> new TableRow(Table.LEAD_STATES, key, Rows.leadState(state), record);
                        case Watermark mark -> watermark(record, mark);
                        case null -> null;
                    }),
                    new Source<>(Topics.RATES, (record, key, value) -> switch (value) {
                        case RateBucket bucket ->
                            new TableRow(Table.RATES, key, Rows.rates(RateKey.parse(key), bucket), record);
                        case Watermark mark -> watermark(record, mark);
                        case null -> null;
                    }),
                    new Source<>(Topics.COSTS, (record, key, cost) -> {
                        var row = cost == null
                                ? Rows.takenBack(key, "cost_id", record.offset())
                                : Rows.cost(cost, record.offset());
                        return new TableRow(Table.COSTS, place(record), row, record);
                    }),
                    new Source<>(Topics.DEALS, (record, key, deal) -> {
                        var row = deal == null
                                ? Rows.takenBack(key, "deal_id", record.offset())
                                : Rows.deal(deal, record.offset());
                        return new TableRow(Table.DEALS, place(record), row, record);
                    }))
            .stream()
            .collect(Collectors.toUnmodifiableMap(source -> source.topic().name(), Function.identity()));

    /** The topics whose records it knows. */
    List<String> topics() {
        return List.copyOf(sources.keySet());
    }

    /** Empty for a record that stands for no row, such as the tombstone of a lead. */
    Optional<TableRow> translate(ConsumerRecord<byte[], byte[]> record) throws UnreadableException {
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

    private static TableRow event(ConsumerRecord<byte[], byte[]> record, ScoredEvent scored) {
        var identity = scored.event().organizationId() + "/" + scored.event().eventId();
        return new TableRow(Table.EVENTS, identity, Rows.event(scored), record);
    }

    private static TableRow watermark(ConsumerRecord<byte[], byte[]> record, Watermark mark) {
        var identity = record.topic() + "/" + record.partition() + "/" + mark.partition();
        return new TableRow(
                Table.WATERMARKS, identity, Rows.watermark(record.topic(), record.partition(), mark), record);
    }

    /** Money is few rows, and each is written: where a later one is refused, the earlier still stands. */
    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.partition() + "/" + record.offset();
    }

    private record Source<V>(Topic<String, V> topic, Shape<V> shape) {
        Optional<TableRow> read(ConsumerRecord<byte[], byte[]> record) {
            var key = new String(record.key(), StandardCharsets.UTF_8);
            var value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            return Optional.ofNullable(shape.row(record, key, value));
        }
    }

    @FunctionalInterface
    private interface Shape<V> {
        @Nullable
        TableRow row(ConsumerRecord<byte[], byte[]> record, String key, @Nullable V value);
    }
}
