package io.salesbrain.scoring.topology;

import org.apache.kafka.streams.state.KeyValueStore;

/** How many events this task has counted; written with every one, so that what is committed agrees with it. */
final class TaskTally {
    private final KeyValueStore<Integer, Tallied> store;
    private final int partition;
    private Tallied now;

    TaskTally(KeyValueStore<Integer, Tallied> store, int partition) {
        this.store = store;
        this.partition = partition;
        var known = store.get(partition);
        this.now = known == null ? Tallied.NONE : known;
    }

    Tallied now() {
        return now;
    }

    void oneDuplicate() {
        set(now.oneDuplicate());
    }

    void oneProcessed() {
        set(now.oneProcessed());
    }

    private void set(Tallied next) {
        now = next;
        store.put(partition, next);
    }
}
