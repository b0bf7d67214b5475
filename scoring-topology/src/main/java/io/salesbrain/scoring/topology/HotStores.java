package io.salesbrain.scoring.topology;

import io.salesbrain.scoring.hot.KnownStanding;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the hot stage keeps, of all organizations of a partition.
 *
 * @param standings of each lead, by organization and lead
 * @param order see {@link ScoreOrder}
 * @param thresholds by organization
 */
record HotStores(
        KeyValueStore<String, KnownStanding> standings,
        KeyValueStore<Bytes, byte[]> order,
        KeyValueStore<String, Threshold> thresholds) {
    static HotStores of(ProcessorContext<?, ?> context) {
        return new HotStores(
                context.getStateStore(Stores.STANDINGS_BY_LEAD),
                context.getStateStore(Stores.LEADS_BY_SCORE),
                context.getStateStore(Stores.THRESHOLDS_BY_ORGANIZATION));
    }
}
