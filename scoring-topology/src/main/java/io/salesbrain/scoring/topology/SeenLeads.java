package io.salesbrain.scoring.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Who of a circle opened or clicked in one second.
 *
 * @param seenAtMs when the latest of them was heard of
 */
record SeenLeads(long seenAtMs, Set<String> leads) {
    /** No address holds one. */
    private static final String BETWEEN = "\n";

    SeenLeads {
        leads = Collections.unmodifiableSet(new LinkedHashSet<>(leads));
    }

    SeenLeads with(String lead, long nowMs) {
        var more = new LinkedHashSet<>(leads);
        more.add(lead);
        return new SeenLeads(nowMs, more);
    }

    /** Eight bytes of time, then the addresses, one per line. */
    static Serde<SeenLeads> serde() {
        return Serdes.serdeFrom((topic, value) -> write(value), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable SeenLeads value) {
        if (value == null) {
            return null;
        }
        var leads = String.join(BETWEEN, value.leads()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + leads.length)
                .putLong(value.seenAtMs())
                .put(leads)
                .array();
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable SeenLeads read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        long seenAtMs = ByteBuffer.wrap(bytes).getLong();
        var leads = new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
        return new SeenLeads(seenAtMs, new LinkedHashSet<>(List.of(leads.split(BETWEEN))));
    }
}
