package io.salesbrain.query.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Metric;
import io.salesbrain.query.api.OwnSchema;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts and rates as the API shows them, among the fields of what they are of. Counts are by event time; rates are by cohort:
 * of the leads first contacted, or the e-mails sent, in the span, the share with that outcome so far.
 */
@OwnSchema(FiguresSchema.class)
@JsonSerialize(using = Figures.Whole.class)
record Figures(Counts counts) {
    static final String DELIVERED = "emails_delivered";
    static final String DELIVERABILITY = "deliverability_rate";
    static final String COHORT = "cohort";

    /** Numerator and denominator of a rate, with their words. */
    record Rate(String name, Metric numerator, String of, Metric denominator, String over) {}

    private static final String CONTACTED = "leads first contacted in the span";
    private static final String SENT = "e-mails sent in the span";

    static final List<Rate> RATES = List.of(
            perLead("open_rate", Metric.COHORT_LEADS_OPENED, "that opened at least one e-mail so far"),
            perLead("click_rate", Metric.COHORT_LEADS_CLICKED, "that clicked in at least one e-mail so far"),
            perLead("reply_rate", Metric.COHORT_LEADS_REPLIED, "of whom at least one human reply came so far"),
            perLead(
                    "positive_reply_rate",
                    Metric.COHORT_POSITIVE_REPLIES,
                    "with a reply that is interested or asks for a meeting, or so labelled without a reply, so far"),
            perLead(
                    "human_open_rate",
                    Metric.COHORT_HUMAN_LEADS_OPENED,
                    "that opened so far, each weighted by the likelihood that a person did"),
            perLead(
                    "human_click_rate",
                    Metric.COHORT_HUMAN_LEADS_CLICKED,
                    "that clicked so far, each weighted by the likelihood that a person did"),
            perEmail("bounce_rate", Metric.COHORT_EMAILS_BOUNCED, "that bounced so far"),
            perEmail("unsubscribe_rate", Metric.COHORT_UNSUBSCRIBED, "whose lead unsubscribed by it so far"),
            perEmail("spam_rate", Metric.COHORT_SPAM_REPORTS, "that were reported as spam so far"));

    /** What each rate divides by what, in words. */
    static final Map<String, RateDefinition> DEFINITIONS = definitions();

    private static Rate perLead(String name, Metric numerator, String outcome) {
        return new Rate(name, numerator, CONTACTED + " " + outcome, Metric.LEADS_CONTACTED, CONTACTED);
    }

    private static Rate perEmail(String name, Metric numerator, String outcome) {
        return new Rate(name, numerator, SENT + " " + outcome, Metric.EMAILS_SENT, SENT);
    }

    private static Map<String, RateDefinition> definitions() {
        var words = new LinkedHashMap<String, RateDefinition>();
        for (var rate : RATES) {
            words.put(rate.name(), new RateDefinition(rate.of(), rate.over()));
        }
        words.put(DELIVERABILITY, new RateDefinition(SENT + " and not bounced so far (emails_delivered)", SENT));
        return Collections.unmodifiableMap(words);
    }

    static boolean isCohort(Metric metric) {
        return metric.name().startsWith("COHORT_");
    }

    /** Under {@code cohort} it need not be said again. */
    static String label(Metric metric) {
        return isCohort(metric) ? metric.label().substring(COHORT.length() + 1) : metric.label();
    }

    /** All counts, then the rates, then under {@code cohort} the numerators the rates come from. */
    private void write(JsonGenerator out) throws IOException {
        for (var metric : Metric.values()) {
            if (isCohort(metric)) {
                continue;
            }
            write(metric, out);
            if (metric == Metric.EMAILS_BOUNCED) {
                out.writeNumberField(DELIVERED, delivered());
            }
        }
        for (var rate : RATES) {
            write(rate.name(), number(rate.numerator()), counts.get(rate.denominator()), out);
        }
        write(DELIVERABILITY, (double) delivered(), counts.get(Metric.EMAILS_SENT), out);
        out.writeObjectFieldStart(COHORT);
        for (var metric : Metric.values()) {
            if (isCohort(metric)) {
                write(metric, out);
            }
        }
        out.writeEndObject();
    }

    private void write(Metric metric, JsonGenerator out) throws IOException {
        if (metric.isHumanWeighted()) {
            out.writeNumberField(label(metric), number(metric));
        } else {
            out.writeNumberField(label(metric), counts.get(metric));
        }
    }

    /** Null over an empty denominator. */
    private static void write(String rate, double numerator, long denominator, JsonGenerator out) throws IOException {
        if (denominator == 0) {
            out.writeNullField(rate);
        } else {
            out.writeNumberField(rate, numerator / denominator);
        }
    }

    private double number(Metric metric) {
        double value = counts.get(metric);
        return metric.isHumanWeighted() ? value / Metric.HUMAN_UNIT : value;
    }

    private long delivered() {
        return counts.get(Metric.EMAILS_SENT) - counts.get(Metric.COHORT_EMAILS_BOUNCED);
    }

    /** As an object of its own. */
    static final class Whole extends JsonSerializer<Figures> {
        @Override
        public void serialize(Figures figures, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            figures.write(out);
            out.writeEndObject();
        }

        @Override
        public JsonSerializer<Figures> unwrappingSerializer(NameTransformer unwrapper) {
            return new Among();
        }
    }

    /** Among the fields of something else. */
    private static final class Among extends JsonSerializer<Figures> {
        @Override
        public void serialize(Figures figures, JsonGenerator out, SerializerProvider provider) throws IOException {
            figures.write(out);
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return true;
        }
    }
}
