package io.salesbrain.standalone.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Sees what a person would see, and does something once so many lines were posted. */
final class Watcher implements Display {
    final List<String> said = new ArrayList<>();
    private final long lines;
    private final Runnable action;

    private Watcher(long lines, Runnable action) {
        this.lines = lines;
        this.action = action;
    }

    static Watcher only() {
        return new Watcher(Long.MAX_VALUE, () -> {});
    }

    static Watcher after(long lines, Runnable action) {
        return new Watcher(lines, action);
    }

    @Override
    public void begin(OptionalLong totalBytes) {}

    @Override
    public void advanced(long bytesRead, long linesPosted) {
        if (linesPosted == lines) {
            action.run();
        }
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }

    @Override
    public void close() {}
}
