package io.salesbrain.clickhouse.query;

import io.salesbrain.events.Watermark;

/**
 * A watermark whose rows are stored.
 *
 * @param topic the topic of results it travelled through
 * @param topicPartition the partition of that topic
 */
public record StoredWatermark(String topic, int topicPartition, Watermark watermark) {}
