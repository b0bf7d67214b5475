package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.AlertSettings;
import io.salesbrain.events.AlertSettings.Levels;
import io.salesbrain.events.AlertSettingsBook;
import io.salesbrain.events.OrganizationAlerting;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** From which rates on an organization is warned. */
public final class AlertSettingsRoutes {
    public static final Operation GET = Operation.says(Tag.SETTINGS, "From which rates on the organization is warned.")
            .answers(AlertSettingsView.class);

    public static final Operation PUT = Operation.says(Tag.SETTINGS, "Changes from which rates on there is an alert.")
            .more(
                    "What the body leaves out stays. What is open already is looked at anew, within the hour at the latest.")
            .takes(AlertSettingsSent.class, "{\"bounce_rate_warning\":0.03,\"daily_limit\":false}")
            .answers(200, "What holds from now on.", AlertSettingsView.class);

    public static final Operation DELETE = Operation.says(Tag.SETTINGS, "Goes back to the usual thresholds.")
            .answers(200, "The defaults, which hold from now on.", AlertSettingsView.class);

    private final AlertSettingsBook settings;
    private final FollowedTopic<OrganizationAlerting> topic;
    private final InstantSource clock;

    public AlertSettingsRoutes(
            AlertSettingsBook settings, FollowedTopic<OrganizationAlerting> topic, InstantSource clock) {
        this.settings = settings;
        this.topic = topic;
        this.clock = clock;
    }

    public void get(Context ctx, OrganizationId organization) {
        Answers.json(ctx, shown(organization));
    }

    /** What the body leaves out stays. */
    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var body = Body.of(ctx);
        var before = settings.of(organization);
        var changed = new AlertSettings(
                levels(body, "bounce_rate", before.bounces()),
                levels(body, "spam_rate", before.spam()),
                levels(body, "unsubscribe_rate", before.unsubscribes()),
                body.has("daily_limit") ? body.flag("daily_limit") : before.dailyLimit());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        topic.write(organization.value(), new OrganizationAlerting(organization, changed, now));
        Answers.json(ctx, shown(organization));
    }

    /** Back to the defaults. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        topic.write(organization.value(), null);
        Answers.json(ctx, shown(organization));
    }

    private static Levels levels(Body body, String rate, Levels before) {
        double warning = rate(body, rate + "_warning", before.warning());
        double critical = rate(body, rate + "_critical", before.critical());
        if (!Levels.isPossible(warning, critical)) {
            throw ApiException.badField(
                    rate + "_critical",
                    rate + "_warning and " + rate
                            + "_critical lie between 0 and 1, the critical one not below the other.");
        }
        return new Levels(warning, critical);
    }

    private static double rate(Body body, String field, double before) {
        return body.has(field) ? body.decimal(field).doubleValue() : before;
    }

    private AlertSettingsView shown(OrganizationId organization) {
        var now = settings.of(organization);
        return new AlertSettingsView(
                now.bounces().warning(),
                now.bounces().critical(),
                now.spam().warning(),
                now.spam().critical(),
                now.unsubscribes().warning(),
                now.unsubscribes().critical(),
                now.dailyLimit(),
                now.equals(AlertSettings.DEFAULT),
                settings.own(organization).map(OrganizationAlerting::changedAt).orElse(null));
    }
}
