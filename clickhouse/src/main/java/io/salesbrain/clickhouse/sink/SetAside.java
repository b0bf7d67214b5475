package io.salesbrain.clickhouse.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of a record that cannot be stored. */
@FunctionalInterface
interface SetAside {
    void setAside(ConsumerRecord<byte[], byte[]> record, String error);
}
