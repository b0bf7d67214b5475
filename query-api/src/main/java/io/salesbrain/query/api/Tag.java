package io.salesbrain.query.api;

/** The chapters of the description, in the order in which they are shown. */
public enum Tag {
    WEBHOOK("Webhook", "Where Instantly's events go in."),
    LEADS("Leads", "Who is worth a call, and why."),
    FOLLOW_UPS("Follow-ups", "What to do next, with a text that could be sent."),
    INBOX("Inbox", "Conversations with leads, and what the replies mean."),
    STATISTICS("Statistics", "Counts and rates of organizations, campaigns, mailboxes, steps and variants."),
    ALERTS("Alerts", "What is wrong, and who is told of it."),
    MONEY("Money", "Costs, deals, and what comes back for what was spent."),
    LIVE("Live", "What happens, as it happens."),
    INSTANTLY("Instantly", "The organization's workspace at Instantly: its connection, sync and actions."),
    SETTINGS("Settings", "What an organization sets for itself, and whose key this is."),
    ADMINISTRATION(
            "Administration", "Organizations, their credentials, the pipeline and the quarantine; with the admin key."),
    OPERATIONS("Operations", "For those who run it: health, measurements, this description.");

    private final String title;
    private final String says;

    Tag(String title, String says) {
        this.title = title;
        this.says = says;
    }

    public String title() {
        return title;
    }

    String says() {
        return says;
    }
}
