package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.query.AttributionModel;
import io.salesbrain.clickhouse.query.RoiQuery.GroupBy;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.clickhouse.query.RoiReport.Group;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.http.Period;
import io.salesbrain.query.warehouse.Archive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What outcomes cost and what comes back. */
public final class MoneyRoutes {
    private static final int MAX_LOOKBACK_DAYS = 3_650;

    public static final Operation ROI = Operation.says(
                    Tag.MONEY, "What campaigns, mailboxes, steps or the organization cost and brought.")
            .more(
                    "Deals are shared out over the e-mails their leads were sent before; shares add up to the deal exactly."
                            + " Amounts of different currencies are never added.")
            .with(
                    Parameter.oneOf(
                            "model",
                            "How a deal is shared out.",
                            Arrays.stream(AttributionModel.values())
                                    .map(AttributionModel::label)
                                    .toList(),
                            "linear"),
                    Parameter.oneOf(
                            "group_by",
                            "What the groups are.",
                            List.of("campaign", "account", "step", "organization"),
                            "campaign"),
                    Parameter.FROM,
                    Parameter.TO,
                    Parameter.whole(
                            "lookback_days",
                            "E-mails longer before a deal have no share in it; without it all have.",
                            1,
                            MAX_LOOKBACK_DAYS,
                            null),
                    Parameter.decimal("opportunity_value", "What one opportunity is worth; goes with currency.")
                            .with("1500"),
                    Parameter.text("currency", "Of opportunity_value: a code of ISO 4217.")
                            .with("EUR"))
            .paged()
            .answers(RoiReportView.class);

    private final Archive archive;

    public MoneyRoutes(Archive archive) {
        this.archive = archive;
    }

    public void roi(Context ctx, OrganizationId organization) {
        var groupBy = groupBy(ctx);
        var model = model(ctx);
        var from = Period.from(ctx);
        var to = Period.to(ctx);
        var lookbackDays = lookbackDays(ctx);
        var value = OpportunityValue.read(ctx);
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 1, List::getFirst);
        var report = archive.roi(
                organization,
                new RoiQuestion(
                        from.orElse(Instant.MIN),
                        to.orElse(Instant.MAX),
                        groupBy,
                        model,
                        lookbackDays.orElse(RoiQuestion.WITHOUT_LIMIT)));
        var view = new RoiViews(organization, value.orElseGet(() -> OpportunityValue.of(report)));
        var groups = report.groups();
        if (groups.isEmpty() && groupBy == GroupBy.ORGANIZATION) {
            groups = List.of(Group.empty(new Dimension.Organization()));
        }
        var found = groups.stream()
                .filter(group -> start.isEmpty() || key(group.of()).compareTo(start.get()) > 0)
                .limit(limit + 1L)
                .toList();
        var page = Page.of(found, limit, group -> Cursor.of(key(group.of())));
        var shown = page.map(view::of);
        Answers.json(
                ctx,
                new RoiReportView(
                        shown.items(),
                        shown.nextStartingAfter(),
                        Amounts.of(report.unattributed()).list(),
                        Amounts.of(report.unattributedCost()).list(),
                        report.deals(),
                        Amounts.of(report.closed()).list(),
                        view.opportunityValue(),
                        groupBy.name().toLowerCase(Locale.ROOT),
                        model.label(),
                        lookbackDays.orElse(null),
                        from.orElse(null),
                        to.orElse(null),
                        RoiViews.DEFINITIONS));
    }

    /** Groups come in this order. */
    private static String key(Dimension of) {
        return switch (of) {
            case Dimension.Organization() -> "";
            case Dimension.Campaign(var id) -> id;
            case Dimension.Account(var account) -> account;
            case Dimension.Step(var id, var step) ->
                "%s\0%05d%05d%05d".formatted(id, step.sequence(), step.step(), step.variant());
        };
    }

    private static GroupBy groupBy(Context ctx) {
        return Parameters.text(ctx, "group_by")
                .map(text -> switch (text) {
                    case "campaign" -> GroupBy.CAMPAIGN;
                    case "account" -> GroupBy.ACCOUNT;
                    case "step" -> GroupBy.STEP;
                    case "organization" -> GroupBy.ORGANIZATION;
                    default ->
                        throw ApiException.badParameter(
                                "group_by", "group_by is campaign, account, step or organization.");
                })
                .orElse(GroupBy.CAMPAIGN);
    }

    private static AttributionModel model(Context ctx) {
        return Parameters.text(ctx, "model")
                .map(text -> AttributionModel.ofLabel(text)
                        .orElseThrow(() -> ApiException.badParameter(
                                "model", "model is first_touch, last_touch, linear, position_based or time_decay.")))
                .orElse(AttributionModel.LINEAR);
    }

    private static Optional<Integer> lookbackDays(Context ctx) {
        return Parameters.text(ctx, "lookback_days").map(text -> {
            int days = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
            if (days < 1 || days > MAX_LOOKBACK_DAYS) {
                throw ApiException.badParameter(
                        "lookback_days", "lookback_days is a whole number from 1 to " + MAX_LOOKBACK_DAYS + ".");
            }
            return days;
        });
    }
}
