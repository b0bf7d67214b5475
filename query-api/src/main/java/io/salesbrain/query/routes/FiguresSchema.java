package io.salesbrain.query.routes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.events.Json;
import io.salesbrain.events.Metric;
import io.salesbrain.query.api.OwnSchema;

/** What {@link Figures} look like: every count and rate with its definition. */
public final class FiguresSchema implements OwnSchema.Source {
    @Override
    public ObjectNode schema() {
        var schema = Json.MAPPER.createObjectNode().put("type", "object");
        var cohort = Json.MAPPER
                .createObjectNode()
                .put("type", "object")
                .put(
                        "description",
                        "The numerators the rates come from, in the hour of the first contact or the send.");
        for (var metric : Metric.values()) {
            var type = metric.isHumanWeighted() ? "number" : "integer";
            add(Figures.isCohort(metric) ? cohort : schema, Figures.label(metric), says(metric))
                    .put("type", type);
            if (metric == Metric.EMAILS_BOUNCED) {
                add(schema, Figures.DELIVERED, "E-mails sent in the span and not bounced so far.")
                        .put("type", "integer");
            }
        }
        Figures.DEFINITIONS.forEach((name, words) -> add(
                        schema,
                        name,
                        "The " + words.numerator() + ", among the " + words.denominator()
                                + "; null where there are none.")
                .putArray("type")
                .add("number")
                .add("null"));
        schema.withObjectProperty("properties").set(Figures.COHORT, cohort);
        schema.withArrayProperty("required").add(Figures.COHORT);
        return schema;
    }

    private static ObjectNode add(ObjectNode schema, String name, String says) {
        schema.withArrayProperty("required").add(name);
        return schema.withObjectProperty("properties").putObject(name).put("description", says);
    }

    private static String says(Metric metric) {
        return switch (metric) {
            case EMAILS_SENT -> "E-mails sent.";
            case EMAILS_BOUNCED -> "E-mails that came back as undeliverable.";
            case SPAM_REPORTS -> "E-mails that were reported as spam.";
            case LEADS_CONTACTED -> "Leads with at least one send; in a span, those whose first send lies in it.";
            case EMAILS_OPENED -> "E-mails opened at least once.";
            case OPENS_TOTAL -> "Opens, each counted.";
            case LEADS_OPENED -> "Leads that opened at least one e-mail.";
            case EMAILS_CLICKED -> "E-mails in which something was clicked.";
            case CLICKS_TOTAL -> "Clicks, each counted.";
            case LEADS_CLICKED -> "Leads that clicked at least once.";
            case EMAILS_REPLIED -> "Distinct human replies.";
            case LEADS_REPLIED -> "Leads with at least one human reply.";
            case AUTO_REPLIES -> "Replies that no person wrote, such as notes of absence.";
            case POSITIVE_REPLIES ->
                "Leads with a reply that is interested or asks for a meeting, or so labelled without a reply.";
            case UNSUBSCRIBED -> "Leads that asked for no more mail, by link or by reply.";
            case MEETINGS_BOOKED -> "First meetings per lead and campaign, booked or completed without it.";
            case HUMAN_EMAILS_OPENED -> "emails_opened, each weighted by the likelihood that a person did.";
            case HUMAN_OPENS_TOTAL -> "opens_total, each weighted by the likelihood that a person did.";
            case HUMAN_LEADS_OPENED -> "leads_opened, each weighted by the likelihood that a person did.";
            case HUMAN_EMAILS_CLICKED -> "emails_clicked, each weighted by the likelihood that a person did.";
            case HUMAN_CLICKS_TOTAL -> "clicks_total, each weighted by the likelihood that a person did.";
            case HUMAN_LEADS_CLICKED -> "leads_clicked, each weighted by the likelihood that a person did.";
            case COHORT_LEADS_OPENED -> "Of the leads first contacted in the span, those that opened so far.";
            case COHORT_LEADS_CLICKED -> "Of the leads first contacted in the span, those that clicked so far.";
            case COHORT_LEADS_REPLIED -> "Of the leads first contacted in the span, those that replied so far.";
            case COHORT_POSITIVE_REPLIES ->
                "Of the leads first contacted in the span, those with a positive reply so far.";
            case COHORT_EMAILS_BOUNCED -> "Of the e-mails sent in the span, those that bounced so far.";
            case COHORT_SPAM_REPORTS -> "Of the e-mails sent in the span, those reported as spam so far.";
            case COHORT_UNSUBSCRIBED -> "Of the e-mails sent in the span, those whose lead unsubscribed by it so far.";
            case COHORT_HUMAN_LEADS_OPENED -> "cohort.leads_opened, weighted by the likelihood that a person did.";
            case COHORT_HUMAN_LEADS_CLICKED -> "cohort.leads_clicked, weighted by the likelihood that a person did.";
            case COHORT_LEADS_OPENED_IN_TIME ->
                "Of the leads first contacted in the span, those that opened within three days.";
            case COHORT_LEADS_REPLIED_IN_TIME ->
                "Of the leads first contacted in the span, those that replied within seven days.";
        };
    }
}
