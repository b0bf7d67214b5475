package io.salesbrain.scoring.topology;

import io.salesbrain.events.FollowUpEnding;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.scoring.lead.PlannedFollowUp;
import io.salesbrain.scoring.profile.Profile;
import io.salesbrain.scoring.profile.Trait;
import io.salesbrain.scoring.topology.FollowUps.Timed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Follow-ups in few bytes, as there is a record per lead. The first byte is the format, so that a later one can still
 * read what lies in stores and changelogs.
 */
final class FollowUpsSerde implements Serde<FollowUps> {
    private static final int FORMAT = 1;
    private static final String NONE = "";

    @Override
    public Serializer<FollowUps> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<FollowUps> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private static byte @Nullable [] write(@Nullable FollowUps value) {
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeByte(value.profile().words().size());
            for (var word : value.profile().words().entrySet()) {
                out.writeUTF(word.getKey().name());
                out.writeUTF(word.getValue().value());
                out.writeLong(word.getValue().atMs());
            }
            out.writeShort(value.timed().size());
            for (var timed : value.timed()) {
                write(timed, out);
            }
        } catch (IOException e) {
            throw new SerializationException("cannot write follow-ups", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Timed timed, DataOutputStream out) throws IOException {
        var planned = timed.planned();
        out.writeUTF(timed.told().label());
        out.writeLong(timed.firedAtMs());
        out.writeBoolean(timed.withdrawn());
        writeText(planned.campaignId(), out);
        out.writeUTF(planned.reason().label());
        out.writeShort(planned.sequence());
        out.writeShort(planned.step());
        out.writeLong(
                planned.returnDate() == null
                        ? Long.MIN_VALUE
                        : planned.returnDate().toEpochDay());
        out.writeLong(planned.seenAtMs());
        out.writeLong(planned.lastSentAtMs());
        out.writeLong(planned.dueAtMs());
        out.writeUTF(planned.ending() == null ? NONE : planned.ending().name());
    }

    @SuppressWarnings("NullAway") // Kafka's interface carries no null annotations; absent is null by its contract.
    private static @Nullable FollowUps read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new SerializationException("follow-ups of format " + format + " are newer than this program");
            }
            var words = new EnumMap<Trait, Profile.Word>(Trait.class);
            for (int i = in.readByte(); i > 0; i--) {
                words.put(Trait.valueOf(in.readUTF()), new Profile.Word(in.readUTF(), in.readLong()));
            }
            var timed = new ArrayList<Timed>();
            for (int i = in.readShort(); i > 0; i--) {
                timed.add(readTimed(in));
            }
            return new FollowUps(new Profile(words), timed);
        } catch (IOException e) {
            throw new SerializationException("cannot read follow-ups", e);
        }
    }

    /** An id of a campaign may be longer than what writeUTF takes. */
    private static void writeText(String text, DataOutputStream out) throws IOException {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static Timed readTimed(DataInputStream in) throws IOException {
        var told = FollowUpState.ofLabel(in.readUTF()).orElseThrow();
        long firedAtMs = in.readLong();
        boolean withdrawn = in.readBoolean();
        var campaign = readText(in);
        var reason = FollowUpReason.ofLabel(in.readUTF()).orElseThrow();
        int sequence = in.readShort();
        int step = in.readShort();
        long returnDay = in.readLong();
        long seenAtMs = in.readLong();
        long lastSentAtMs = in.readLong();
        long dueAtMs = in.readLong();
        var ending = in.readUTF();
        var planned = new PlannedFollowUp(
                campaign,
                reason,
                sequence,
                step,
                returnDay == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(returnDay),
                seenAtMs,
                lastSentAtMs,
                dueAtMs,
                ending.equals(NONE) ? null : FollowUpEnding.valueOf(ending));
        return new Timed(planned, told, firedAtMs, withdrawn);
    }
}
