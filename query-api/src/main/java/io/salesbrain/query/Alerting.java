package io.salesbrain.query;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertSettingsBook;
import io.salesbrain.events.OrganizationAlerting;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.live.LiveHub;
import io.salesbrain.query.readmodel.AlertFeed;
import io.salesbrain.query.readmodel.AlertIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.routes.AbTestRoutes;
import io.salesbrain.query.routes.AlertRoutes;
import io.salesbrain.query.routes.AlertSettingsRoutes;
import io.salesbrain.query.routes.AlertView;
import io.salesbrain.query.routes.CampaignNames;
import io.salesbrain.query.routes.HealthView;
import io.salesbrain.query.routes.TargetRoutes;
import java.time.Duration;
import java.time.InstantSource;

/** Everything about alerts, A/B tests and the health of accounts. */
record Alerting(
        AlertFeed feed,
        Telling telling,
        AlertRoutes alerts,
        TargetRoutes targets,
        AbTestRoutes abTests,
        HealthView health,
        TopicFollower<String, OrganizationAlerting> settingsFeed,
        AlertSettingsRoutes settings)
        implements AutoCloseable {
    static Alerting follow(
            LogConfig log,
            LogWriter writer,
            LiveHub hub,
            RateIndex rates,
            CampaignNames names,
            Telling telling,
            MeterRegistry meters,
            InstantSource clock,
            Duration patience) {
        var view = new AlertView(names);
        var index = new AlertIndex((item, news) -> {
            var alert = item.alert();
            meters.counter("salesbrain.alerts", "kind", alert.kind().label(), "news", news.label())
                    .increment();
            // Whoever has muted it is not told; that it is over, they are.
            if (!item.isMuted(clock.instant()) || alert.isResolved()) {
                var shown = view.of(item, news, clock.instant());
                hub.alert(alert.organizationId(), shown);
                telling.alert(item, news, shown, view.campaignName(alert));
            }
        });
        for (var kind : AlertKind.values()) {
            Gauge.builder("salesbrain.alerts.open", index, all -> (double) all.open(kind))
                    .tag("kind", kind.label())
                    .register(meters);
        }
        var feed = AlertFeed.follow(log, index);
        var book = new AlertSettingsBook();
        var settingsFeed = TopicFollower.fromStart(
                log, Topics.ALERT_SETTINGS, (_, _, key, alerting) -> book.accept(key, alerting));
        return new Alerting(
                feed,
                telling,
                new AlertRoutes(index, feed.decisions(), view, writer, clock, patience),
                new TargetRoutes(telling.deliveries(), telling.courier(), telling.targets(), writer, clock, patience),
                new AbTestRoutes(rates, names, clock),
                new HealthView(index),
                settingsFeed,
                new AlertSettingsRoutes(book, settingsFeed, writer, clock, patience));
    }

    void register(RoutesConfig routes, Gate gate) {
        routes.get("/api/alerts", gate.organization(alerts::list));
        routes.get("/api/alerts/{id}", gate.organization(alerts::one));
        routes.post("/api/alerts/{id}/acknowledge", gate.organization(alerts::acknowledge));
        routes.post("/api/alerts/{id}/mute", gate.organization(alerts::mute));
        routes.delete("/api/alerts/{id}/mute", gate.organization(alerts::unmute));
        routes.get("/api/settings/alerts", gate.organization(settings::get));
        routes.put("/api/settings/alerts", gate.organization(settings::put));
        routes.delete("/api/settings/alerts", gate.organization(settings::delete));
        routes.get("/api/alert-targets", gate.organization(targets::list));
        routes.post("/api/alert-targets", gate.organization(targets::create));
        routes.delete("/api/alert-targets/{id}", gate.organization(targets::delete));
        routes.post("/api/alert-targets/{id}/test", gate.organization(targets::test));
        routes.get("/api/ab-tests", gate.organization(abTests::list));
    }

    @Override
    public void close() {
        feed.close();
        settingsFeed.close();
        telling.close();
    }
}
