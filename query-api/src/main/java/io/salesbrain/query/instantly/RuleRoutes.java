package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.OrganizationRules;
import io.salesbrain.events.PauseRule;
import io.salesbrain.events.RuleAction;
import io.salesbrain.instantly.rule.RuleBook;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is paused at Instantly by itself, and what became of it. */
final class RuleRoutes {
    static final Operation GET = Operation.says(Tag.INSTANTLY, "What is paused by itself when an alert opens.")
            .answers(RulesView.class);

    static final Operation PUT = Operation.says(
                    Tag.INSTANTLY, "Says what is to be paused by itself when an alert opens.")
            .more(
                    "Takes the place of all rules there were. A rule acts once when an alert opens and once when it becomes"
                            + " critical, never about alerts from before it was set; what somebody resumes meanwhile stays resumed.")
            .takes(
                    RulesSent.class,
                    "{\"rules\":[{\"name\":\"Too many bounces\",\"kinds\":[\"bounce_rate\",\"spam_rate\"],"
                            + "\"level\":\"critical\",\"pauses\":[\"campaign\",\"account\"]}]}")
            .answers(200, "What holds from now on.", RulesView.class);

    static final Operation ACTIONS = Operation.says(Tag.INSTANTLY, "What rules did, the newest first.")
            .with(
                    Parameter.text("alert_id", "Only about this alert."),
                    Parameter.CAMPAIGN,
                    Parameter.text("account", "Only about this mailbox."))
            .paged()
            .answersPage(RuleActionView.class);

    @Says("All rules of the organization.")
    record RulesSent(@Says("At most 20.") List<RuleSent> rules) implements Sent {}

    @Says("A rule.")
    record RuleSent(
            @Says("As it was answered, to keep a rule; given where it is left out.")
            @Bounds(longest = LONGEST_ID)
            @Nullable
            String ruleId,

            @Says("For people.") @Bounds String name,

            @Says("The kinds of alerts it is for; at least one.")
            List<AlertKind> kinds,

            @Says("At least as serious as this; critical where it is left out.") @Nullable
            AlertLevel level,

            @Says("What it may pause; both where it is left out.") @Nullable
            List<PauseRule.Target> pauses,

            @Says("The only campaigns it is for, at most 100; all where it is left out or empty.") @Nullable
            List<String> campaignIds,

            @Says("Whether what it paused is resumed when the alert is over; not where it is left out.") @Nullable
            Boolean resume,

            @Says("Whether it only says what it would do; not where it is left out.") @Nullable
            Boolean tellOnly)
            implements Sent {}

    private static final int MOST_RULES = 20;
    private static final int MOST_CAMPAIGNS = 100;
    private static final int LONGEST_ID = 64;
    private static final String NOT_CONNECTED =
            "There is no connection to Instantly, so nothing is paused: store a key with PUT /api/instantly/connection.";

    private final RuleBook book;
    private final SyncDesk desk;
    private final InstantSource clock;

    RuleRoutes(RuleBook book, SyncDesk desk, InstantSource clock) {
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    void get(Context ctx, OrganizationId organization) {
        Answers.json(ctx, shown(organization));
    }

    void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var before = book.rules(organization).map(OrganizationRules::rules).orElse(List.of());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var rules = new ArrayList<PauseRule>();
        for (var sent : Body.of(ctx).objects("rules", MOST_RULES)) {
            var rule = read(sent, before, now);
            if (rules.stream().anyMatch(other -> other.ruleId().equals(rule.ruleId()))) {
                throw ApiException.badField("rule_id", "Two rules have the rule_id " + rule.ruleId() + ".");
            }
            rules.add(rule);
        }
        book.put(new OrganizationRules(organization, rules, now));
        Answers.json(ctx, shown(organization));
    }

    private static PauseRule read(Body body, List<PauseRule> before, Instant now) {
        var id = body.optionalText("rule_id").orElseGet(() -> UUID.randomUUID().toString());
        if (!id.matches("[0-9A-Za-z_-]{1," + LONGEST_ID + "}")) {
            throw ApiException.badField("rule_id", "rule_id has 1 to 64 letters, digits, dashes or underscores.");
        }
        var kinds = labels(body, "kinds", AlertKind.values().length, AlertKind::ofLabel);
        if (kinds.isEmpty()) {
            throw ApiException.badField("kinds", "kinds names at least one kind of alert.");
        }
        var pauses = labels(body, "pauses", PauseRule.Target.values().length, PauseRule.Target::ofLabel);
        var rule = new PauseRule(
                id,
                body.text("name"),
                kinds,
                level(body),
                pauses.isEmpty() ? List.of(PauseRule.Target.values()) : pauses,
                campaigns(body),
                body.flag("resume"),
                body.flag("tell_only"),
                now);
        // A new name makes no new rule.
        return before.stream()
                .filter(known -> known.since(now).withName(rule.name()).equals(rule))
                .map(known -> rule.since(known.since()))
                .findFirst()
                .orElse(rule);
    }

    private static AlertLevel level(Body body) {
        var asked = body.optionalText("level").orElse(AlertLevel.CRITICAL.label());
        return Arrays.stream(AlertLevel.values())
                .filter(level -> level.label().equals(asked))
                .findFirst()
                .orElseThrow(() -> ApiException.badField("level", "level is warning or critical."));
    }

    private static List<String> campaigns(Body body) {
        var campaigns = body.texts("campaign_ids", MOST_CAMPAIGNS);
        if (campaigns.stream().anyMatch(String::isEmpty)) {
            throw ApiException.badField("campaign_ids", "campaign_ids holds ids of campaigns, none of them empty.");
        }
        return campaigns.stream().distinct().sorted().toList();
    }

    private static <T extends Enum<T>> List<T> labels(
            Body body, String field, int most, Function<String, Optional<T>> reader) {
        return body.texts(field, most).stream()
                .map(label -> reader.apply(label)
                        .orElseThrow(() -> ApiException.badField(field, field + " does not know " + label + ".")))
                .distinct()
                .sorted()
                .toList();
    }

    private RulesView shown(OrganizationId organization) {
        var known = book.rules(organization);
        boolean connected = desk.isConnected(organization);
        return new RulesView(
                known.map(OrganizationRules::rules).orElse(List.of()).stream()
                        .map(RuleView::of)
                        .toList(),
                connected,
                connected ? null : NOT_CONNECTED,
                known.map(OrganizationRules::changedAt).orElse(null));
    }

    void actions(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new RuleBook.Place(Instant.parse(parts.get(0)), parts.get(1)));
        var alert = Parameters.text(ctx, "alert_id");
        var campaign = Parameters.text(ctx, "campaign_id");
        var account = Parameters.text(ctx, "account");
        Predicate<RuleAction> filter =
                action -> alert.map(action.alertId()::equals).orElse(true)
                        && campaign.map(action.campaignId()::equals).orElse(true)
                        && account.map(action.account()::equals).orElse(true);
        var found = book.list(organization, filter, start, limit + 1);
        Answers.json(
                ctx,
                Page.of(found, limit, action -> Cursor.of(action.decidedAt().toString(), action.actionId()))
                        .map(RuleActionView::of));
    }
}
