package io.salesbrain.query.routes;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.query.alert.AlertWords;
import io.salesbrain.query.readmodel.AlertItem;
import io.salesbrain.query.readmodel.AlertNews;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it: the numbers, a sentence, and what to do. */
public final class AlertView {
    private final CampaignNames names;

    public AlertView(CampaignNames names) {
        this.names = names;
    }

    public Map<String, @Nullable Object> of(AlertItem item, Instant now) {
        var alert = item.alert();
        var name = campaignName(alert);
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("alert_id", alert.alertId());
        view.put("kind", alert.kind());
        view.put("level", alert.level());
        view.put("state", item.state(now));
        view.put("account", known(alert.account()));
        view.put("campaign_id", known(alert.campaignId()));
        view.put("campaign_name", known(name));
        view.put("title", AlertWords.title(alert, name));
        view.put("message", AlertWords.message(alert, name));
        view.put("what_to_do", AlertWords.advice(alert));
        view.put("opened_at", alert.openedAt());
        view.put("changed_at", alert.changedAt());
        view.put("escalated_at", alert.escalatedAt());
        view.put("resolved_at", alert.resolvedAt());
        view.put("ending", alert.ending());
        view.put("acknowledged_at", item.acknowledgedAt());
        view.put("muted_until", item.isMuted(now) ? item.mutedUntil() : null);
        var measure = alert.measure();
        view.put("measured", measure == null ? null : measured(measure));
        view.put("times", alert.times() == 0 ? null : alert.times());
        view.put("daily_limit", alert.limit());
        return view;
    }

    /** Empty where there is none or it is not known. */
    public String campaignName(Alert alert) {
        return names.of(alert.organizationId()).getOrDefault(alert.campaignId(), "");
    }

    /** What somebody who watches is told. */
    public Map<String, @Nullable Object> of(AlertItem item, AlertNews news, Instant now) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("organization_id", item.alert().organizationId());
        view.put("news", news);
        view.putAll(of(item, now));
        return view;
    }

    private static Map<String, Object> measured(AlertMeasure measure) {
        var view = new LinkedHashMap<String, Object>();
        view.put("count", measure.count());
        view.put("of", measure.of());
        view.put("rate", measure.rate());
        view.put("against", measure.against());
        view.put("lower", measure.lower());
        view.put("upper", measure.upper());
        view.put("confidence", measure.confidence());
        view.put("since", measure.since());
        view.put("until", measure.until());
        return view;
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }
}
