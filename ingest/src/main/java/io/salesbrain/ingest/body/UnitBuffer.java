package io.salesbrain.ingest.body;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Collects one unit in pieces and never holds more than the largest unit allowed: of what goes beyond, it only knows
 * size and hash. Blanks at the end do not count.
 */
final class UnitBuffer {
    private static final int INITIAL_BYTES = 8 << 10;

    private byte[] kept = new byte[INITIAL_BYTES];
    private int keptLength;
    private long size;
    private long contentEnd;
    private @Nullable MessageDigest digestOfAll;

    void append(byte[] source, int from, int to) {
        int lastContent = to - 1;
        while (lastContent >= from && Blanks.isBlank(source[lastContent])) {
            lastContent--;
        }
        if (lastContent >= from) {
            contentEnd = size + (lastContent - from) + 1;
        }
        int keep = Math.min(to - from, Unit.MAX_BYTES - keptLength);
        keep(source, from, keep);
        if (keep < to - from) {
            if (digestOfAll == null) {
                digestOfAll = Bytes.newSha256();
                digestOfAll.update(kept, 0, keptLength);
            }
            digestOfAll.update(source, from + keep, to - from - keep);
        }
        size += to - from;
    }

    private void keep(byte[] source, int from, int length) {
        if (keptLength + length > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(Unit.MAX_BYTES, Math.max(kept.length * 2, keptLength + length)));
        }
        System.arraycopy(source, from, kept, keptLength, length);
        keptLength += length;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The unit collected so far; the buffer is empty after that. */
    Unit take(int index) {
        var unit = digestOfAll == null || contentEnd <= Unit.MAX_BYTES
                ? new Unit.Whole(index, Bytes.copyOf(kept, (int) contentEnd))
                : new Unit.TooLarge(
                        index,
                        Bytes.copyOf(kept, Unit.HEAD_BYTES),
                        size,
                        HexFormat.of().formatHex(digestOfAll.digest()));
        clear();
        return unit;
    }

    void clear() {
        keptLength = 0;
        size = 0;
        contentEnd = 0;
        digestOfAll = null;
    }
}
