package io.salesbrain.scoring.topology;

import io.salesbrain.events.JsonSerde;
import io.salesbrain.events.RateRecord;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.scoring.watch.Watched;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The state stores of the topology, by name. */
final class Stores {
    static final String HISTORIES_BY_SUBJECT = "histories-by-subject";
    static final String SHELVED_BY_SUBJECT_AND_EVENT = "shelved-by-subject-and-event";
    static final String TALLIES_BY_PARTITION = "tallies-by-partition";
    static final String PENDING_RATES_BY_KEY = "pending-rates-by-key";
    static final String SEEN_BY_CIRCLE_AND_SECOND = "seen-by-circle-and-second";
    static final String SETTINGS_BY_ORGANIZATION = "settings-by-organization";
    static final String RATE_BUCKETS_BY_KEY = "rate-buckets-by-key";
    static final String STANDINGS_BY_LEAD = "standings-by-lead";
    static final String LEADS_BY_SCORE = "leads-by-score";
    static final String THRESHOLDS_BY_ORGANIZATION = "thresholds-by-organization";
    static final String FOLLOW_UPS_BY_LEAD = "follow-ups-by-lead";
    static final String ALARMS_BY_TIME = "alarms-by-time";

    static final String WATCHED_BY_SUBJECT = "watched-by-subject";
    static final String WATCHED_HOURS_BY_SUBJECT = "watched-hours-by-subject";
    static final String WATCH_ALARMS_BY_TIME = "watch-alarms-by-time";

    private Stores() {}

    /** Those of the lead stage. Tallies change with every event and are cached, so that only commits write them. */
    static Set<StoreBuilder<?>> ofLeadStage() {
        var histories = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(HISTORIES_BY_SUBJECT),
                        Serdes.String(),
                        new RememberedSerde())
                .withCachingEnabled();
        // Not cached: a flood writes each of its records once.
        var shelved = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(SHELVED_BY_SUBJECT_AND_EVENT),
                Serdes.String(),
                Shelved.serde());
        var tallies = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(TALLIES_BY_PARTITION),
                        Serdes.Integer(),
                        Tallied.serde())
                .withCachingEnabled();
        // In memory: it is drained ten times a second.
        var pending = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(PENDING_RATES_BY_KEY),
                        Serdes.String(),
                        new RateRecordSerde())
                .withCachingEnabled();
        var settings = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(SETTINGS_BY_ORGANIZATION),
                Serdes.String(),
                new JsonSerde<>(ScoreSettings.class));
        // In one order, so that the topology describes itself the same way in every process.
        return new LinkedHashSet<>(List.of(histories, shelved, tallies, pending, settings));
    }

    /** Those of the hot stage. The order of leads is not cached: no key of it is written twice before a commit. */
    static Set<StoreBuilder<?>> ofHotStage() {
        var standings = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(STANDINGS_BY_LEAD),
                        Serdes.String(),
                        StandingSerdes.known())
                .withCachingEnabled();
        var order = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(LEADS_BY_SCORE),
                Serdes.Bytes(),
                Serdes.ByteArray());
        var thresholds = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(THRESHOLDS_BY_ORGANIZATION),
                        Serdes.String(),
                        Threshold.serde())
                .withCachingEnabled();
        return new LinkedHashSet<>(List.of(standings, order, thresholds));
    }

    /** That of the burst stage. Not cached: hardly any of its records changes twice. */
    static Set<StoreBuilder<?>> ofBurstStage() {
        return Set.of(org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(SEEN_BY_CIRCLE_AND_SECOND),
                Serdes.String(),
                SeenLeads.serde()));
    }

    /**
     * Cached: a bucket that changes many times between two commits is written and sent once. The cache hands on its
     * entries in the order of their latest change, so a watermark still comes behind what it vouches for.
     */
    static Materialized<String, RateRecord, KeyValueStore<Bytes, byte[]>> rateBuckets() {
        return Materialized.<String, RateRecord, KeyValueStore<Bytes, byte[]>>as(RATE_BUCKETS_BY_KEY)
                .withKeySerde(Serdes.String())
                .withValueSerde(new RateRecordSerde())
                .withCachingEnabled();
    }

    /** Those of the timers. */
    static Set<StoreBuilder<?>> ofFollowUpStage() {
        var followUps = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(FOLLOW_UPS_BY_LEAD),
                        Serdes.String(),
                        new FollowUpsSerde())
                .withCachingEnabled();
        // Not cached: it is looked through every second, and few events move an alarm.
        var alarms = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(ALARMS_BY_TIME),
                Serdes.String(),
                Serdes.String());
        return new LinkedHashSet<>(List.of(followUps, alarms));
    }

    /** Those of the watch stage. */
    static Set<StoreBuilder<?>> ofWatchStage() {
        var watched = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(WATCHED_BY_SUBJECT),
                        Serdes.String(),
                        new JsonSerde<>(Watched.class))
                .withCachingEnabled();
        // Not cached: its changes come out of a cache already, and it is read in ranges.
        var hours = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(WATCHED_HOURS_BY_SUBJECT),
                Serdes.String(),
                WatchedHours.serde());
        var alarms = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(WATCH_ALARMS_BY_TIME),
                Serdes.String(),
                Serdes.String());
        return new LinkedHashSet<>(List.of(watched, hours, alarms));
    }
}
