package io.salesbrain.query.routes;

import io.salesbrain.events.Alert;
import io.salesbrain.query.health.AccountHealth;
import io.salesbrain.query.readmodel.AlertIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.readmodel.Window;
import java.time.Instant;
import java.util.ArrayList;

/** An account's health as the API shows it. */
public final class HealthView {
    private final AlertIndex alerts;

    public HealthView(AlertIndex alerts) {
        this.alerts = alerts;
    }

    AccountHealth of(String account, RateIndex.View rates, Instant now) {
        var open = new ArrayList<Alert>();
        rates.owners().forEach(owner -> open.addAll(alerts.openOf(owner, account)));
        return AccountHealth.of(rates.in(Window.LAST_30_DAYS, now), open);
    }
}
