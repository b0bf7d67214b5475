package io.salesbrain.scoring.hot;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Standings as bytes: every open of every lead passes here, so they are few and need no parser. */
public final class StandingCodec {
    private static final int RANKED = 1;
    private static final int SIGNALLED = 2;
    private static final int OWED = 4;

    private StandingCodec() {}

    public static byte[] encode(StandingChange change) {
        return written(change.standing(), Notice.NONE, change.happenedAtMs());
    }

    public static byte[] encode(KnownStanding known) {
        return written(known.standing(), known.notice(), known.notice().announcedAtMs());
    }

    public static StandingChange decodeChange(byte[] bytes) {
        return read(bytes, (standing, _, timeMs) -> new StandingChange(standing, timeMs));
    }

    public static KnownStanding decodeKnown(byte[] bytes) {
        return read(bytes, (standing, owed, timeMs) -> new KnownStanding(standing, new Notice(timeMs, owed)));
    }

    private interface Maker<T> {
        T make(Standing standing, boolean owed, long timeMs);
    }

    private static byte[] written(Standing standing, Notice notice, long timeMs) {
        var bytes = new ByteArrayOutputStream(96);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte((standing.ranked() ? RANKED : 0)
                    | (standing.signalled() ? SIGNALLED : 0)
                    | (notice.owed() ? OWED : 0));
            out.writeLong(timeMs);
            out.writeDouble(standing.mass());
            out.writeLong(standing.halfLifeMs());
            out.writeLong(standing.lastSignalAtMs());
            text(out, standing.leadEmail());
            out.writeInt(standing.campaignIds().size());
            for (var campaign : standing.campaignIds()) {
                text(out, campaign);
            }
            out.writeByte(standing.reasons().size());
            for (var reason : standing.reasons()) {
                contribution(out, reason);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all that is written to it", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Maker<T> maker) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int flags = in.readByte();
            long timeMs = in.readLong();
            double mass = in.readDouble();
            long halfLifeMs = in.readLong();
            long lastSignalAtMs = in.readLong();
            var leadEmail = text(in);
            var campaigns = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) {
                campaigns.add(text(in));
            }
            List<Contribution> reasons = new ArrayList<>();
            for (int left = in.readByte(); left > 0; left--) {
                reasons.add(contribution(in));
            }
            var standing = new Standing(
                    leadEmail,
                    (flags & RANKED) != 0,
                    (flags & SIGNALLED) != 0,
                    mass,
                    halfLifeMs,
                    lastSignalAtMs,
                    campaigns,
                    reasons);
            return maker.make(standing, (flags & OWED) != 0, timeMs);
        } catch (IOException e) {
            throw new UncheckedIOException("a standing is cut short", e);
        }
    }

    private static void contribution(DataOutputStream out, Contribution contribution) throws IOException {
        text(out, contribution.eventId());
        text(out, contribution.type().label());
        out.writeLong(contribution.at().toEpochMilli());
        text(out, contribution.campaignId());
        out.writeInt(contribution.points());
        out.writeDouble(contribution.human());
        text(out, contribution.why());
    }

    private static Contribution contribution(DataInputStream in) throws IOException {
        return new Contribution(
                text(in),
                EventType.ofLabel(text(in)),
                Instant.ofEpochMilli(in.readLong()),
                text(in),
                in.readInt(),
                in.readDouble(),
                text(in));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
