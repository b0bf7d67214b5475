package io.salesbrain.ingest;

import io.salesbrain.ingest.body.BodyStream;
import io.salesbrain.ingest.body.BodyTooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Any bytes as a gzip body, and the same bytes packed in two members: whole, cut short, and longer than allowed. */
final class GzipFuzz {
    private static final int MAX_BYTES = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private GzipFuzz() {}

    /** The fuzzer's entrance. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        anyBytes(input);
        var packed = packed(input);
        var expected = withoutMark(input);
        require(Arrays.equals(unpacked(packed, input.length), expected), "unpacked it is something else");
        if (input.length > BYTE_ORDER_MARK.length) {
            requireTooLarge(packed, input.length - 1L);
        }
        for (int cut = 1; cut < packed.length; cut += 1 + packed.length / 16) {
            prefixOrDamage(Arrays.copyOf(packed, packed.length - cut), input);
        }
    }

    private static void anyBytes(byte[] input) {
        try {
            require(unpacked(input, MAX_BYTES).length <= MAX_BYTES, "longer than allowed");
        } catch (IOException _) {
            // Damaged or too large: the receiver answers 400 or 413 to both.
            return;
        }
    }

    private static void requireTooLarge(byte[] packed, long maxBytes) throws IOException {
        try {
            unpacked(packed, maxBytes);
            throw new AssertionError("more than " + maxBytes + " bytes were let pass");
        } catch (BodyTooLarge _) {
            return;
        }
    }

    /** Cut inside a member it is damaged; cut behind the first it is shorter, and nobody can know. */
    private static void prefixOrDamage(byte[] cut, byte[] input) {
        try {
            var found = unpacked(cut, MAX_BYTES);
            int middle = input.length / 2;
            require(
                    found.length == 0 || Arrays.equals(found, withoutMark(Arrays.copyOf(input, middle))),
                    "neither damaged nor one of the members that were sent");
        } catch (IOException _) {
            return;
        }
    }

    private static byte[] unpacked(byte[] sent, long maxBytes) throws IOException {
        try (var body = BodyStream.open(new ByteArrayInputStream(sent), true, maxBytes)) {
            return body.readAllBytes();
        }
    }

    private static byte[] packed(byte[] input) throws IOException {
        var packed = new ByteArrayOutputStream();
        int middle = input.length / 2;
        for (var half :
                new byte[][] {Arrays.copyOfRange(input, 0, middle), Arrays.copyOfRange(input, middle, input.length)}) {
            try (var out = new GZIPOutputStream(packed)) {
                out.write(half);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] withoutMark(byte[] input) {
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = input.length >= mark && Arrays.equals(Arrays.copyOf(input, mark), BYTE_ORDER_MARK);
        return marked ? Arrays.copyOfRange(input, mark, input.length) : input;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
