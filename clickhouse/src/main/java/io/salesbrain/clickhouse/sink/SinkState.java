package io.salesbrain.clickhouse.sink;

/** What the sink is doing, for its health. */
sealed interface SinkState {
    /** A sentence for people. */
    String text();

    record Starting() implements SinkState {
        @Override
        public String text() {
            return "starting";
        }
    }

    record Running() implements SinkState {
        @Override
        public String text() {
            return "running";
        }
    }

    /** ClickHouse takes no rows; they are kept and tried again. */
    record Waiting(String why) implements SinkState {
        @Override
        public String text() {
            return "waiting for ClickHouse: " + why;
        }
    }

    /** The loop ended with an error and starts again from what it last committed. */
    record Restarting(String why) implements SinkState {
        @Override
        public String text() {
            return "starting again after an error: " + why;
        }
    }

    record Closed() implements SinkState {
        @Override
        public String text() {
            return "closed";
        }
    }
}
