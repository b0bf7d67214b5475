package io.salesbrain.query.routes;

import io.salesbrain.clickhouse.query.RoiReport.Group;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Known;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the groups of a report. */
final class RoiViews {
    static final Map<String, String> DEFINITIONS = Map.of(
            "revenue", "deals closed in the period, shared out over the e-mails their leads were sent before",
            "unattributed", "of these deals, what no group brought; revenue and unattributed add up to closed",
            "unattributed_cost", "costs of the period that belong to none of the groups",
            "deals", "deals in which the group has a share; a deal with shares in several counts in each",
            "roi", "(revenue - cost) / cost, per currency with costs",
            "cost_per_lead", "cost / leads_contacted, and so on per outcome of the period",
            "pipeline", "opportunities (leads with a positive reply in the period) x opportunity_value",
            "opportunity_value",
                    "as asked for with opportunity_value and currency, else the mean of the period's deals",
            "funnel",
                    "of the leads first contacted in the period, those with that outcome so far;"
                            + " meetings and deals are the period's");

    private final OrganizationId organization;
    private final OpportunityValue value;

    RoiViews(OrganizationId organization, OpportunityValue value) {
        this.organization = organization;
        this.value = value;
    }

    List<Money> opportunityValue() {
        return Amounts.of(value.amounts()).list();
    }

    RoiView of(Group group) {
        var counts = group.counts();
        var cost = Amounts.of(group.cost());
        long opportunities = Math.max(0, counts.get(Metric.POSITIVE_REPLIES));
        var of = group.of();
        return new RoiView(
                of instanceof Dimension.Organization ? organization : null,
                switch (of) {
                    case Dimension.Campaign(var id) -> id;
                    case Dimension.Step(var id, var _) -> id;
                    case Dimension.Account _, Dimension.Organization _ -> null;
                },
                of instanceof Dimension.Account(var account) ? account : null,
                of instanceof Dimension.Step(var _, var step) ? EventView.sequence(step) : null,
                of instanceof Dimension.Step(var _, var step) ? new Known<>(EventView.step(step)) : null,
                of instanceof Dimension.Step(var _, var step) ? new Known<>(EventView.variant(step)) : null,
                counts.get(Metric.EMAILS_SENT),
                counts.get(Metric.LEADS_CONTACTED),
                counts.get(Metric.LEADS_REPLIED),
                counts.get(Metric.POSITIVE_REPLIES),
                counts.get(Metric.MEETINGS_BOOKED),
                group.deals(),
                cost.list(),
                Amounts.of(group.revenue()).list(),
                returns(group),
                cost.per(counts.get(Metric.LEADS_CONTACTED)),
                cost.per(opportunities),
                cost.per(counts.get(Metric.MEETINGS_BOOKED)),
                cost.per(group.deals()),
                opportunities,
                Amounts.of(value.times(opportunities)).list(),
                funnel(counts, group.deals()));
    }

    /** (revenue − cost) / cost: with money spent and none come back that is −1; without money spent there is none. */
    private static List<RoiView.Return> returns(Group group) {
        var revenue = group.revenue().stream().collect(Collectors.toMap(Money::currency, Money::amount));
        var returns = new ArrayList<RoiView.Return>();
        for (var spent : group.cost()) {
            if (spent.amount().signum() > 0) {
                var earned = revenue.getOrDefault(spent.currency(), BigDecimal.ZERO);
                var value = earned.subtract(spent.amount()).divide(spent.amount(), MathContext.DECIMAL64);
                returns.add(new RoiView.Return(spent.currency(), value.doubleValue()));
            }
        }
        return returns;
    }

    private static List<RoiView.Stage> funnel(Counts counts, long deals) {
        long contacted = counts.get(Metric.LEADS_CONTACTED);
        return List.of(
                stage("contacted", contacted, contacted),
                stage("opened", counts.get(Metric.COHORT_LEADS_OPENED), contacted),
                stage("clicked", counts.get(Metric.COHORT_LEADS_CLICKED), contacted),
                stage("replied", counts.get(Metric.COHORT_LEADS_REPLIED), contacted),
                stage("positive_reply", counts.get(Metric.COHORT_POSITIVE_REPLIES), contacted),
                stage("meeting", counts.get(Metric.MEETINGS_BOOKED), contacted),
                stage("deal", deals, contacted));
    }

    private static RoiView.Stage stage(String name, long number, long contacted) {
        return new RoiView.Stage(name, number, contacted <= 0 ? null : (Double) (number / (double) contacted));
    }
}
