package io.salesbrain.query.routes;

import io.salesbrain.clickhouse.query.RoiReport.Group;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Metric;
import io.salesbrain.events.Money;
import io.salesbrain.events.OrganizationId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group of a report as the API shows it. */
final class RoiView {
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

    private static final List<Metric> SHOWN = List.of(
            Metric.EMAILS_SENT,
            Metric.LEADS_CONTACTED,
            Metric.LEADS_REPLIED,
            Metric.POSITIVE_REPLIES,
            Metric.MEETINGS_BOOKED);

    private final OrganizationId organization;
    private final OpportunityValue value;

    RoiView(OrganizationId organization, OpportunityValue value) {
        this.organization = organization;
        this.value = value;
    }

    List<Money> opportunityValue() {
        return Amounts.of(value.amounts()).list();
    }

    Map<String, @Nullable Object> of(Group group) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        name(group.of(), view);
        var counts = group.counts();
        for (var metric : SHOWN) {
            view.put(metric.label(), counts.get(metric));
        }
        var cost = Amounts.of(group.cost());
        long opportunities = Math.max(0, counts.get(Metric.POSITIVE_REPLIES));
        view.put("deals", group.deals());
        view.put("cost", cost.list());
        view.put("revenue", Amounts.of(group.revenue()).list());
        view.put("roi", returns(group));
        view.put("cost_per_lead", cost.per(counts.get(Metric.LEADS_CONTACTED)));
        view.put("cost_per_positive_reply", cost.per(opportunities));
        view.put("cost_per_meeting", cost.per(counts.get(Metric.MEETINGS_BOOKED)));
        view.put("cost_per_deal", cost.per(group.deals()));
        view.put("opportunities", opportunities);
        view.put("pipeline", Amounts.of(value.times(opportunities)).list());
        view.put("funnel", funnel(counts, group.deals()));
        return view;
    }

    private void name(Dimension of, Map<String, @Nullable Object> view) {
        switch (of) {
            case Dimension.Organization() -> view.put("organization_id", organization);
            case Dimension.Campaign(var id) -> view.put("campaign_id", id);
            case Dimension.Account(var account) -> view.put("account_id", account);
            case Dimension.Step(var id, var step) -> {
                view.put("campaign_id", id);
                EventView.addStep(view, step);
            }
        }
    }

    /** (revenue − cost) / cost: with money spent and none come back that is −1; without money spent there is none. */
    private static List<Map<String, Object>> returns(Group group) {
        var revenue = group.revenue().stream().collect(Collectors.toMap(Money::currency, Money::amount));
        var returns = new ArrayList<Map<String, Object>>();
        for (var spent : group.cost()) {
            if (spent.amount().signum() > 0) {
                var earned = revenue.getOrDefault(spent.currency(), BigDecimal.ZERO);
                var value = earned.subtract(spent.amount()).divide(spent.amount(), MathContext.DECIMAL64);
                returns.add(Map.of("currency", spent.currency(), "value", value.doubleValue()));
            }
        }
        return returns;
    }

    private static List<Map<String, @Nullable Object>> funnel(Counts counts, long deals) {
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

    private static Map<String, @Nullable Object> stage(String name, long number, long contacted) {
        var stage = new LinkedHashMap<String, @Nullable Object>();
        stage.put("stage", name);
        stage.put("number", number);
        stage.put("of_contacted", contacted <= 0 ? null : (Double) (number / (double) contacted));
        return stage;
    }
}
