package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.OrganizationScoring;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What an organization's events are worth, and from which score on a lead is hot. */
public final class ScoreSettingsRoutes {
    public static final Operation GET = Operation.says(
                    Tag.SETTINGS, "What the organization's events are worth, and from which score on a lead is hot.")
            .answers(ScoreSettingsView.class);

    public static final Operation PUT = Operation.says(Tag.SETTINGS, "Changes what events are worth.")
            .more("What the body leaves out stays. All leads are scored anew by it.")
            .takes(ScoreSettingsSent.class, "{\"half_life_days\":7,\"hot_share\":\"0.05\"}")
            .answers(200, "What holds from now on.", ScoreSettingsView.class);

    public static final Operation DELETE = Operation.says(Tag.SETTINGS, "Goes back to the defaults.")
            .answers(200, "The defaults, which hold from now on.", ScoreSettingsView.class);

    private static final BigDecimal DAY_MS =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    private static final int DECIMALS = 6;

    private final ScoreSettingsBook settings;
    private final FollowedTopic<OrganizationScoring> topic;
    private final InstantSource clock;

    public ScoreSettingsRoutes(
            ScoreSettingsBook settings, FollowedTopic<OrganizationScoring> topic, InstantSource clock) {
        this.settings = settings;
        this.topic = topic;
        this.clock = clock;
    }

    public void get(Context ctx, OrganizationId organization) {
        Answers.json(ctx, view(organization));
    }

    /** What the body leaves out stays. */
    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var changed = changed(settings.of(organization), Body.of(ctx));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        topic.write(organization.value(), new OrganizationScoring(organization, changed, now));
        Answers.json(ctx, view(organization));
    }

    /** Back to the defaults. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        topic.write(organization.value(), null);
        Answers.json(ctx, view(organization));
    }

    private static ScoreSettings changed(ScoreSettings before, Body body) {
        return new ScoreSettings(
                points(body, "open_points", before.open()),
                points(body, "click_points", before.click()),
                points(body, "reply_points", before.reply()),
                points(body, "meeting_points", before.meeting()),
                halfLifeMs(body, before.halfLifeMs()),
                between(body, "hot_share", before.hotShare(), new BigDecimal("0.000001"), BigDecimal.ONE),
                between(body, "hot_minimum", before.hotMinimum(), BigDecimal.ZERO, ScoreSettings.HIGHEST_MINIMUM));
    }

    private static int points(Body body, String field, int before) {
        return body.optionalWholeNumber(field, 0, ScoreSettings.MOST_POINTS).orElse(before);
    }

    private static long halfLifeMs(Body body, long before) {
        var shortest = days(ScoreSettings.SHORTEST_HALF_LIFE.toMillis(), RoundingMode.UP);
        var longest = days(ScoreSettings.LONGEST_HALF_LIFE.toMillis(), RoundingMode.DOWN);
        return between(body, "half_life_days", days(before, RoundingMode.HALF_UP), shortest, longest)
                .multiply(DAY_MS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal between(Body body, String field, BigDecimal before, BigDecimal least, BigDecimal most) {
        if (!body.has(field)) {
            return before;
        }
        var value = body.decimal(field);
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw ApiException.badField(
                    field, field + " lies in " + Amounts.plain(least) + ".." + Amounts.plain(most) + ".");
        }
        return value;
    }

    private static BigDecimal days(long ms, RoundingMode rounding) {
        return BigDecimal.valueOf(ms).divide(DAY_MS, DECIMALS, rounding).stripTrailingZeros();
    }

    private ScoreSettingsView view(OrganizationId organization) {
        var now = settings.of(organization);
        return new ScoreSettingsView(
                now.open(),
                now.click(),
                now.reply(),
                now.meeting(),
                new BigDecimal(days(now.halfLifeMs(), RoundingMode.HALF_UP).toPlainString()),
                new BigDecimal(now.hotShare().toPlainString()),
                new BigDecimal(now.hotMinimum().toPlainString()),
                now.equals(ScoreSettings.DEFAULT),
                settings.own(organization).map(OrganizationScoring::changedAt).orElse(null));
    }
}
