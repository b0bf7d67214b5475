package io.salesbrain.standalone.replay;

import java.io.PrintStream;
import java.util.OptionalLong;

/** A line every few seconds, for where no terminal is. */
public final class LineDisplay implements Display {
    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private static final int HUNDRED = 100;

    private final PrintStream out;
    private OptionalLong totalBytes = OptionalLong.empty();
    private long lastNanos = System.nanoTime();

    public LineDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(OptionalLong total) {
        totalBytes = total;
    }

    @Override
    public void advanced(long bytesRead, long lines) {
        if (System.nanoTime() - lastNanos < INTERVAL_NANOS) {
            return;
        }
        lastNanos = System.nanoTime();
        var share = totalBytes.isPresent() && totalBytes.getAsLong() > 0
                ? ", " + Math.min(HUNDRED, bytesRead * HUNDRED / totalBytes.getAsLong()) + " % of the file"
                : "";
        out.println(lines + " lines posted" + share + ".");
    }

    @Override
    public void say(String sentence) {
        out.println(sentence);
    }

    @Override
    public void close() {
        out.flush();
    }
}
