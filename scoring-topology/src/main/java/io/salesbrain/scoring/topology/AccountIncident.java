package io.salesbrain.scoring.topology;

import io.salesbrain.events.AlertKind;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ScoredEvent;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** Instantly says that an account fails; on its way to where the account's counts are. */
record AccountIncident(AlertKind kind, Instant at) {
    /** At most one, under the key of the account's bucket of that hour. */
    static List<KeyValue<String, AccountIncident>> in(LeadOutput output) {
        return output instanceof LeadOutput.Scored(ScoredEvent scored) ? of(scored.event()) : List.of();
    }

    private static List<KeyValue<String, AccountIncident>> of(Event event) {
        if (event.type() != EventType.ACCOUNT_ERROR && event.type() != EventType.ACCOUNT_SUSPENDED) {
            return List.of();
        }
        var kind = event.type() == EventType.ACCOUNT_SUSPENDED ? AlertKind.ACCOUNT_SUSPENDED : AlertKind.ACCOUNT_ERROR;
        var key = new RateKey(
                event.organizationId(),
                new Dimension.Account(event.account()),
                RateKey.hourOf(event.at().toEpochMilli()));
        return List.of(KeyValue.pair(key.format(), new AccountIncident(kind, event.at())));
    }
}
