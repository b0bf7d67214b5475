package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.DeadLetter;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogException;
import io.salesbrain.log.LogWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets records aside that cannot be stored. */
final class DeadLetters implements SetAside {
    /** Enough to see what it is; the whole record still lies where the letter says. */
    private static final int MAX_VALUE_BYTES = 4 << 20;

    private static final int MAX_ERROR_LENGTH = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final LogWriter writer;
    private final SinkMonitor monitor;

    DeadLetters(LogWriter writer, SinkMonitor monitor) {
        this.writer = writer;
        this.monitor = monitor;
    }

    /** Returns when the letter is durable. */
    @Override
    public void setAside(ConsumerRecord<byte[], byte[]> record, String error) {
        var letter = new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                record.value() == null ? "" : base64(record.value()),
                error.length() <= MAX_ERROR_LENGTH ? error : error.substring(0, MAX_ERROR_LENGTH),
                Instant.now());
        try {
            var _ = writer.appendAndWait(Topics.DEAD_LETTERS, letter.key(), letter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogException("setting " + letter.key() + " aside was interrupted", e);
        }
        monitor.setAside();
        LOG.error("The record {} cannot be stored and was set aside: {}", letter.key(), letter.error());
    }

    private static String base64(byte[] value) {
        var kept = value.length <= MAX_VALUE_BYTES ? value : Arrays.copyOf(value, MAX_VALUE_BYTES);
        return Base64.getEncoder().encodeToString(kept);
    }
}
