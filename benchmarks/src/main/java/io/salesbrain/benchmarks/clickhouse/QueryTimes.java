package io.salesbrain.benchmarks.clickhouse;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.query.AttributionModel;
import io.salesbrain.clickhouse.query.RoiQuery;
import io.salesbrain.clickhouse.query.RoiQuestion;
import io.salesbrain.events.OrganizationId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** How long the views and the questions of /api/roi take, for an organization and one with ten times the campaigns. */
final class QueryTimes {
    private static final double NANOS_PER_MS = 1e6;
    private static final String NAIVE = """
            SELECT campaign_id, countIf(type = 'email_sent') AS sent, uniqExactIf(lead_email, type = 'email_sent') AS contacted,
                uniqExactIf(lead_email, type = 'email_opened') AS opened, uniqExactIf(lead_email, type = 'reply_received') AS replied
            FROM naive WHERE organization_id = {organization_id:String} GROUP BY campaign_id""";

    private final Warehouse warehouse;
    private final int reads;

    QueryTimes(Warehouse warehouse, int reads) {
        this.warehouse = warehouse;
        this.reads = reads;
    }

    void print(int organizations) {
        var few = new OrganizationId("org-0");
        var many = new OrganizationId(organizations > 1 ? "org-1" : "org-0");
        System.out.printf(
                "%-44s %12s %28s%n", "question, median of " + reads, "ms (goal 200)", "10 x campaigns ms (goal x2)");
        questions().forEach((name, question) -> {
            double one = median(few, question);
            double ten = median(many, question);
            System.out.printf("%-44s %12.1f %18.1f (x%.1f)%n", name, one, ten, ten / one);
        });
    }

    private Map<String, Consumer<OrganizationId>> questions() {
        var questions = new LinkedHashMap<String, Consumer<OrganizationId>>();
        questions.put("campaign_overview", view("campaign_overview", ""));
        questions.put("naive: campaign overview", organization -> drain(NAIVE, organization));
        questions.put("campaign_roi", view("campaign_roi", ", model = 'linear'"));
        questions.put("cohort_funnel", view("cohort_funnel", ""));
        questions.put("reply_heatmap", view("reply_heatmap", ", campaign_id = ''"));
        questions.put("account_health", view("account_health", ""));
        questions.put(
                "threads, 100 latest",
                organization -> drain(
                        "SELECT * FROM threads(organization_id = {organization_id:String}) ORDER BY last_reply_at DESC LIMIT 100",
                        organization));
        questions.put("lead_timeline", view("lead_timeline", ", lead_email = 'lead10@customer10.example'"));
        questions.put("lead_status_history", view("lead_status_history", ", lead_email = 'lead10@customer10.example'"));
        var roi = new RoiQuery(warehouse);
        for (var groupBy : RoiQuery.GroupBy.values()) {
            questions.put(
                    "/api/roi linear by " + groupBy,
                    organization -> roi.run(organization, RoiQuestion.of(groupBy, AttributionModel.LINEAR)));
        }
        for (var model : AttributionModel.values()) {
            questions.put(
                    "/api/roi " + model.label() + " by campaign",
                    organization -> roi.run(organization, RoiQuestion.of(RoiQuery.GroupBy.CAMPAIGN, model)));
        }
        return questions;
    }

    private Consumer<OrganizationId> view(String name, String more) {
        return organization -> drain(
                "SELECT * FROM " + name + "(organization_id = {organization_id:String}" + more + ")", organization);
    }

    private void drain(String sql, OrganizationId organization) {
        warehouse.queryEach(sql, Map.of("organization_id", organization.value()), _ -> {});
    }

    private double median(OrganizationId organization, Consumer<OrganizationId> question) {
        question.accept(organization);
        var nanos = new long[reads];
        for (int i = 0; i < reads; i++) {
            long startedNanos = System.nanoTime();
            question.accept(organization);
            nanos[i] = System.nanoTime() - startedNanos;
        }
        Arrays.sort(nanos);
        return nanos[reads / 2] / NANOS_PER_MS;
    }
}
