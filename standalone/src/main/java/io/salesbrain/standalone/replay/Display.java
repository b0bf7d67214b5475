package io.salesbrain.standalone.replay;

import java.util.OptionalLong;

/** What a person sees while a file is replayed. */
public interface Display extends AutoCloseable {
    /** @param totalBytes how long the file is; empty where nobody knows */
    void begin(OptionalLong totalBytes);

    /**
     * A batch was acknowledged.
     *
     * @param bytesRead of the file, as it lies there
     */
    void advanced(long bytesRead, long lines);

    /** Something a person should know, in one sentence. */
    void say(String sentence);

    @Override
    void close();

    /** Shows nothing. */
    static Display none() {
        return new Display() {
            @Override
            public void begin(OptionalLong totalBytes) {}

            @Override
            public void advanced(long bytesRead, long lines) {}

            @Override
            public void say(String sentence) {}

            @Override
            public void close() {}
        };
    }
}
