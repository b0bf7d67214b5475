package io.salesbrain.scoring.lead;

import io.salesbrain.events.EventType;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history in few bytes: texts once in a table, times as differences, numbers as varints. The first byte is the
 * format, so that a later one can still read what lies in stores and changelogs.
 */
public final class HistoryCodec {
    private static final int PLAIN = 1;
    /** The same, with marks of bursts behind it. */
    private static final int WITH_BURSTS = 2;
    /** With marks of bursts and corrections behind it, either of which may be none. */
    private static final int WITH_CORRECTIONS = 3;

    private static final int HAS_JUDGEMENT = 1;
    private static final int WAS_CLAMPED = 2;
    private static final int HAS_GATEWAY = 4;
    private static final int HAS_THREAD = 8;

    /** Both levels of a mark share a number. */
    private static final int LEVELS = 4;

    private HistoryCodec() {}

    public static byte[] encode(History history) {
        var texts = new Texts();
        var body = new Out();
        long previousMs = 0;
        for (var touch : history.touches()) {
            body.number(touch.atMs() - previousMs);
            previousMs = touch.atMs();
            write(touch, texts, body);
        }
        var out = new Out();
        out.raw(WITH_CORRECTIONS);
        out.unsigned(texts.inOrder.size());
        texts.inOrder.forEach(out::text);
        out.unsigned(history.touches().size());
        out.append(body);
        write(history.bursts(), out);
        write(history.corrections(), out);
        return out.taken();
    }

    private static void write(BurstMarks bursts, Out out) {
        out.unsigned(bursts.marks().size());
        long previous = 0;
        for (var mark : bursts.marks()) {
            out.number(mark.second() - previous);
            previous = mark.second();
            out.unsigned(mark.domain() * LEVELS + mark.account());
        }
    }

    private static BurstMarks readBursts(ByteBuffer in) {
        int size = (int) unsigned(in);
        var marks = new ArrayList<BurstMarks.Mark>(size);
        long second = 0;
        for (int i = 0; i < size; i++) {
            second += number(in);
            int levels = (int) unsigned(in);
            marks.add(new BurstMarks.Mark(second, levels / LEVELS, levels % LEVELS));
        }
        return new BurstMarks(marks);
    }

    private static void write(Corrections corrections, Out out) {
        var all = corrections.inOrder();
        out.unsigned(all.size());
        all.forEach((eventId, said) -> {
            out.text(eventId);
            out.number(said.atMs());
            out.text(said.category() == null ? "" : said.category().label());
        });
    }

    private static Corrections readCorrections(ByteBuffer in) {
        int size = (int) unsigned(in);
        var all = new HashMap<String, Corrections.Said>();
        for (int i = 0; i < size; i++) {
            var eventId = text(in);
            long atMs = number(in);
            all.put(eventId, new Corrections.Said(category(text(in)), atMs));
        }
        return new Corrections(all);
    }

    private static @Nullable ReplyCategory category(String label) {
        return label.isEmpty() ? null : ReplyCategory.ofLabel(label).orElseThrow();
    }

    private static void write(Touch touch, Texts texts, Out out) {
        var judgement = touch.judgement();
        boolean clamped = touch.sentAtMs() != touch.atMs();
        boolean told = touch.gateway() != Gateway.UNKNOWN;
        boolean threaded = judgement != null && !judgement.thread().equals(ThreadHint.NONE);
        out.raw((judgement != null ? HAS_JUDGEMENT : 0)
                | (clamped ? WAS_CLAMPED : 0)
                | (told ? HAS_GATEWAY : 0)
                | (threaded ? HAS_THREAD : 0));
        out.reference(touch.type().label(), texts);
        out.reference(touch.name(), texts);
        out.reference(touch.workspace(), texts);
        out.reference(touch.campaignId(), texts);
        out.reference(touch.account(), texts);
        out.reference(touch.emailId(), texts);
        out.unsigned(touch.step().sequence());
        out.unsigned(touch.step().step());
        out.unsigned(touch.step().variant());
        if (clamped) {
            out.number(touch.sentAtMs() - touch.atMs());
        }
        if (told) {
            out.unsigned(touch.gateway());
        }
        if (judgement != null) {
            out.fixed64(judgement.textHash());
            out.reference(judgement.opinion() == null ? "" : judgement.opinion().label(), texts);
            out.number(
                    judgement.returnDate() == null
                            ? Long.MIN_VALUE
                            : judgement.returnDate().toEpochDay());
            if (threaded) {
                out.reference(judgement.thread().threadId(), texts);
                out.fixed64(judgement.thread().subjectHash());
            }
        }
    }

    public static History decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        int format = in.get();
        if (format < PLAIN || format > WITH_CORRECTIONS) {
            throw new IllegalArgumentException("a history of format " + format + " is newer than this program");
        }
        var texts = new String[(int) unsigned(in)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(in);
        }
        int size = (int) unsigned(in);
        var touches = new ArrayList<Touch>(size);
        long atMs = 0;
        for (int i = 0; i < size; i++) {
            atMs += number(in);
            touches.add(read(in, texts, atMs));
        }
        return new History(
                touches,
                format >= WITH_BURSTS ? readBursts(in) : BurstMarks.NONE,
                format >= WITH_CORRECTIONS ? readCorrections(in) : Corrections.NONE);
    }

    private static Touch read(ByteBuffer in, String[] texts, long atMs) {
        int flags = in.get();
        var type = EventType.ofLabel(texts[(int) unsigned(in)]);
        var name = texts[(int) unsigned(in)];
        var workspace = texts[(int) unsigned(in)];
        var campaign = texts[(int) unsigned(in)];
        var account = texts[(int) unsigned(in)];
        var emailId = texts[(int) unsigned(in)];
        var step = new StepVariant((int) unsigned(in), (int) unsigned(in), (int) unsigned(in));
        long sentAtMs = (flags & WAS_CLAMPED) == 0 ? atMs : atMs + number(in);
        int gateway = (flags & HAS_GATEWAY) == 0 ? Gateway.UNKNOWN : (int) unsigned(in);
        var judgement = (flags & HAS_JUDGEMENT) == 0 ? null : readJudgement(in, texts, (flags & HAS_THREAD) != 0);
        return new Touch(type, name, atMs, sentAtMs, workspace, campaign, account, emailId, step, gateway, judgement);
    }

    private static Judgement readJudgement(ByteBuffer in, String[] texts, boolean threaded) {
        long hash = in.getLong();
        var opinion = texts[(int) unsigned(in)];
        long day = number(in);
        var thread = threaded ? new ThreadHint(texts[(int) unsigned(in)], in.getLong()) : ThreadHint.NONE;
        return new Judgement(hash, category(opinion), day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day), thread);
    }

    private static long unsigned(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    private static long number(ByteBuffer in) {
        long zigzag = unsigned(in);
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    private static String text(ByteBuffer in) {
        int length = (int) unsigned(in);
        var encoded = new byte[length];
        in.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    /** Each text once, referred to by its place. */
    private static final class Texts {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> inOrder = new ArrayList<>();

        int place(String text) {
            return places.computeIfAbsent(text, added -> {
                inOrder.add(added);
                return inOrder.size() - 1;
            });
        }
    }

    private static final class Out {
        private static final int LONGEST_NUMBER_BYTES = 10;

        private byte[] bytes = new byte[512];
        private int length;

        private void reserve(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            }
        }

        void raw(int value) {
            reserve(1);
            bytes[length++] = (byte) value;
        }

        void unsigned(long value) {
            reserve(LONGEST_NUMBER_BYTES);
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes[length++] = (byte) ((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        void number(long value) {
            unsigned((value << 1) ^ (value >> 63));
        }

        void fixed64(long value) {
            reserve(Long.BYTES);
            ByteBuffer.wrap(bytes).putLong(length, value);
            length += Long.BYTES;
        }

        void text(String text) {
            var encoded = text.getBytes(StandardCharsets.UTF_8);
            unsigned(encoded.length);
            append(encoded, encoded.length);
        }

        void append(Out other) {
            append(other.bytes, other.length);
        }

        private void append(byte[] source, int count) {
            reserve(count);
            System.arraycopy(source, 0, bytes, length, count);
            length += count;
        }

        void reference(String text, Texts texts) {
            unsigned(texts.place(text));
        }

        byte[] taken() {
            return Arrays.copyOf(bytes, length);
        }
    }
}
