package io.salesbrain.query;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertSettingsBook;
import io.salesbrain.events.OrganizationAlerting;
import io.salesbrain.events.Topics;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.api.Api;
import io.salesbrain.query.live.LiveHub;
import io.salesbrain.query.readmodel.AlertFeed;
import io.salesbrain.query.readmodel.AlertIndex;
import io.salesbrain.query.readmodel.RateIndex;
import io.salesbrain.query.routes.AbTestRoutes;
import io.salesbrain.query.routes.AlertRoutes;
import io.salesbrain.query.routes.AlertSettingsRoutes;
import io.salesbrain.query.routes.AlertViews;
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
        var view = new AlertViews(names);
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
                new AlertRoutes(
                        index,
                        new FollowedTopic<>(Topics.ALERT_DECISIONS, feed.decisions(), writer, patience),
                        view,
                        clock),
                new TargetRoutes(
                        telling.deliveries(),
                        telling.courier(),
                        new FollowedTopic<>(Topics.ALERT_TARGETS, telling.targets(), writer, patience),
                        clock),
                new AbTestRoutes(rates, names, clock),
                new HealthView(index),
                settingsFeed,
                new AlertSettingsRoutes(
                        book, new FollowedTopic<>(Topics.ALERT_SETTINGS, settingsFeed, writer, patience), clock));
    }

    void register(Api api) {
        api.organization(GET, "/api/alerts", AlertRoutes.LIST, alerts::list);
        api.organization(GET, "/api/alerts/{id}", AlertRoutes.ONE, alerts::one);
        api.organization(POST, "/api/alerts/{id}/acknowledge", AlertRoutes.ACKNOWLEDGE, alerts::acknowledge);
        api.organization(POST, "/api/alerts/{id}/mute", AlertRoutes.MUTE, alerts::mute);
        api.organization(DELETE, "/api/alerts/{id}/mute", AlertRoutes.UNMUTE, alerts::unmute);
        api.organization(GET, "/api/settings/alerts", AlertSettingsRoutes.GET, settings::get);
        api.organization(PUT, "/api/settings/alerts", AlertSettingsRoutes.PUT, settings::put);
        api.organization(DELETE, "/api/settings/alerts", AlertSettingsRoutes.DELETE, settings::delete);
        api.organization(GET, "/api/alert-targets", TargetRoutes.LIST, targets::list);
        api.organization(POST, "/api/alert-targets", TargetRoutes.CREATE, targets::create);
        api.organization(DELETE, "/api/alert-targets/{id}", TargetRoutes.DELETE, targets::delete);
        api.organization(POST, "/api/alert-targets/{id}/test", TargetRoutes.TEST, targets::test);
        api.organization(GET, "/api/ab-tests", AbTestRoutes.LIST, abTests::list);
    }

    @Override
    public void close() {
        feed.close();
        settingsFeed.close();
        telling.close();
    }
}
