package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Watermark;
import java.time.Instant;

/**
 * A watermark whose rows are stored.
 *
 * @param topic the topic of results it travelled through
 * @param topicPartition the partition of that topic
 * @param storedAt when the sink wrote it, by its clock; {@link Instant#EPOCH} where that was not noted
 */
public record StoredWatermark(String topic, int topicPartition, Watermark watermark, Instant storedAt) {}
