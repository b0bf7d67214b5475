package io.salesbrain.query.routes;

import io.salesbrain.events.Alert;
import io.salesbrain.query.alert.AlertWords;
import io.salesbrain.query.readmodel.AlertItem;
import io.salesbrain.query.readmodel.AlertNews;
import java.time.Instant;

/** Shows alerts: the numbers, a sentence, and what to do. */
public final class AlertViews {
    private final CampaignNames names;

    public AlertViews(CampaignNames names) {
        this.names = names;
    }

    public AlertView of(AlertItem item, Instant now) {
        var alert = item.alert();
        var name = campaignName(alert);
        var measure = alert.measure();
        return new AlertView(
                alert.alertId(),
                alert.kind(),
                alert.level(),
                item.state(now),
                EventView.known(alert.account()),
                EventView.known(alert.campaignId()),
                EventView.known(name),
                AlertWords.title(alert, name),
                AlertWords.message(alert, name),
                AlertWords.advice(alert),
                alert.openedAt(),
                alert.changedAt(),
                alert.escalatedAt(),
                alert.resolvedAt(),
                alert.ending(),
                item.acknowledgedAt(),
                item.isMuted(now) ? item.mutedUntil() : null,
                measure == null ? null : AlertView.Measured.of(measure),
                alert.times() == 0 ? null : (Long) alert.times(),
                alert.limit());
    }

    /** Empty where there is none or it is not known. */
    public String campaignName(Alert alert) {
        return names.of(alert.organizationId()).getOrDefault(alert.campaignId(), "");
    }

    /** What somebody who watches is told. */
    public AlertNotice of(AlertItem item, AlertNews news, Instant now) {
        return new AlertNotice(item.alert().organizationId(), news, of(item, now));
    }
}
