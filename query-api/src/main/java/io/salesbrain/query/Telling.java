package io.salesbrain.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.AlertTarget;
import io.salesbrain.events.Contribution;
import io.salesbrain.events.HotCrossing;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Timestamps;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.alert.AlertLetter;
import io.salesbrain.query.delivery.Courier;
import io.salesbrain.query.delivery.Deliveries;
import io.salesbrain.query.delivery.DeliveryCounters;
import io.salesbrain.query.delivery.Message;
import io.salesbrain.query.readmodel.AlertItem;
import io.salesbrain.query.readmodel.AlertNews;
import io.salesbrain.query.routes.AlertNotice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Tells the targets of an organization of alerts and hot leads. */
record Telling(Deliveries deliveries, Courier courier, TopicFollower<String, AlertTarget> targets)
        implements AutoCloseable {

    static Telling follow(
            LogConfig log, LogWriter writer, MeterRegistry meters, boolean allowsPrivate, InstantSource clock) {
        var courier = new Courier(allowsPrivate, clock);
        var deliveries = new Deliveries(courier, new DeliveryCounters(meters), (target, why) -> {
            var disabled = target.disabled(clock.instant(), why);
            var _ = writer.append(Topics.ALERT_TARGETS, disabled.key(), disabled);
        });
        var targets = TopicFollower.fromStart(
                log, Topics.ALERT_TARGETS, (_, _, key, target) -> deliveries.accept(key, target));
        return new Telling(deliveries, courier, targets);
    }

    /** @param view what the API shows */
    void alert(AlertItem item, AlertNews news, AlertNotice view, String campaignName) {
        var alert = item.alert();
        deliveries.deliver(
                alert.organizationId(),
                new Message(
                        alert.alertId() + "-" + news.label(),
                        "alert." + news.label(),
                        Timestamps.format(alert.changedAt()),
                        view,
                        AlertLetter.text(alert, news, campaignName)));
    }

    void crossed(HotCrossing crossing) {
        var text = String.format(
                Locale.ROOT,
                "Hot lead: %s, score %.0f (hot from %.0f on).",
                crossing.leadEmail(),
                crossing.score(),
                crossing.threshold());
        var id = "hot-" + Integer.toHexString(crossing.key().hashCode()) + "-"
                + crossing.at().toEpochMilli();
        deliveries.deliver(
                crossing.organizationId(),
                new Message(id, "hot_lead", Timestamps.format(crossing.at()), HotLeadNotice.of(crossing), text));
    }

    /** What targets are told of a lead that has become hot. */
    private record HotLeadNotice(
            OrganizationId organizationId,
            String leadEmail,
            Instant at,
            double score,
            double threshold,
            List<String> campaignIds,
            List<Contribution> reasons) {
        static HotLeadNotice of(HotCrossing crossing) {
            return new HotLeadNotice(
                    crossing.organizationId(),
                    crossing.leadEmail(),
                    crossing.at(),
                    crossing.score(),
                    crossing.threshold(),
                    crossing.campaignIds(),
                    crossing.reasons());
        }
    }

    @Override
    public void close() {
        targets.close();
        deliveries.close();
    }
}
