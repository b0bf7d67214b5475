package io.salesbrain.query.ledger;

import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;

/** What the routes of costs and deals say of themselves. */
public final class LedgerOperations {
    private static final Parameter COST_ID = Parameter.path("id", "A cost_id.", "ads-2026-03");
    private static final Parameter DEAL_ID = Parameter.path("id", "A deal_id.", "deal-1");

    public static final Operation POST_COST = Operation.says(Tag.MONEY, "Writes down what was spent.")
            .more(
                    "One as JSON, or many as CSV with the fields as columns, at most 10,000 lines: a table is taken as a whole or"
                            + " not at all. What was answered is in every later answer.")
            .takes(
                    CostView.CostSent.class,
                    "{\"cost_id\":\"ads-2026-03\",\"amount\":\"149.90\",\"currency\":\"EUR\","
                            + "\"incurred_at\":\"2026-03-01T00:00:00Z\",\"campaign_id\":\"campaign-1\"}")
            .takesText(
                    "text/csv",
                    "cost_id,amount,currency,incurred_at,campaign_id\nads-2026-03,149.90,EUR,2026-03-01,campaign-1\n")
            .answers(200, "It took the place of an earlier one.", Written.class)
            .answers(201, "It is new.", Written.class);

    public static final Operation LIST_COSTS = Operation.says(Tag.MONEY, "What was spent, the latest first.")
            .with(
                    Parameter.FROM,
                    Parameter.TO,
                    Parameter.CAMPAIGN,
                    Parameter.text("account", "Only what is on this mailbox."))
            .paged()
            .answersPage(CostView.class);

    public static final Operation ONE_COST =
            Operation.says(Tag.MONEY, "One cost.").with(COST_ID).answers(CostView.class);

    public static final Operation DELETE_COST = Operation.says(Tag.MONEY, "Takes a cost back.")
            .with(COST_ID)
            .answers(200, "What was taken back.", CostView.class);

    public static final Operation POST_DEAL = Operation.says(Tag.MONEY, "Writes down what was sold.")
            .more(
                    "One as JSON, or many as CSV with the fields as columns, at most 10,000 lines: a table is taken as a whole or"
                            + " not at all. What was answered is in every later answer.")
            .takes(
                    DealView.DealSent.class,
                    "{\"deal_id\":\"deal-1\",\"lead_email\":\"ada@example.com\",\"amount\":\"4800\","
                            + "\"currency\":\"EUR\",\"closed_at\":\"2026-03-03T15:00:00Z\"}")
            .takesText(
                    "text/csv",
                    "deal_id,lead_email,amount,currency,closed_at\ndeal-1,ada@example.com,4800,EUR,2026-03-03\n")
            .answers(200, "It took the place of an earlier one.", Written.class)
            .answers(201, "It is new.", Written.class);

    public static final Operation LIST_DEALS = Operation.says(Tag.MONEY, "What was sold, the latest first.")
            .with(Parameter.FROM, Parameter.TO, Parameter.text("lead_email", "Only what this lead bought."))
            .paged()
            .answersPage(DealView.class);

    public static final Operation ONE_DEAL =
            Operation.says(Tag.MONEY, "One deal.").with(DEAL_ID).answers(DealView.class);

    public static final Operation DELETE_DEAL = Operation.says(Tag.MONEY, "Takes a deal back.")
            .with(DEAL_ID)
            .answers(200, "What was taken back.", DealView.class);

    private LedgerOperations() {}
}
