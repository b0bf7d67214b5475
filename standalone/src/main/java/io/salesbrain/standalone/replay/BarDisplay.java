package io.salesbrain.standalone.replay;

import java.io.PrintStream;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar, for a terminal. */
public final class BarDisplay implements Display {
    private static final int UPDATE_INTERVAL_MS = 200;
    private static final long MEBIBYTE = 1 << 20;

    private final PrintStream out;
    private @Nullable ProgressBar bar;

    public BarDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(OptionalLong totalBytes) {
        bar = new ProgressBarBuilder()
                .setTaskName("Posting")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(totalBytes.orElse(-1))
                .setUnit(" MiB", MEBIBYTE)
                .setUpdateIntervalMillis(UPDATE_INTERVAL_MS)
                .build();
    }

    @Override
    public void advanced(long bytesRead, long lines) {
        if (bar != null) {
            bar.stepTo(bytesRead);
            bar.setExtraMessage(" " + lines + " lines");
        }
    }

    @Override
    public void say(String sentence) {
        out.println();
        out.println(sentence);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
