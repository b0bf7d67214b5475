package io.salesbrain.scoring.reference;

import io.salesbrain.events.Classified;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Event;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Metric;
import io.salesbrain.events.RateKey;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is said of the leads and rates of one organization, as lines with a name each, so that what the product says
 * and what the reference says can be laid side by side.
 */
final class Findings {
    /** Scores are floating point; these many doublings, about a billionth of the score, are no disagreement. */
    private static final double SAME_MASS = 1e-9;

    private final SortedMap<String, String> lines = new TreeMap<>();

    private Findings() {}

    /** What the product says. */
    static Findings of(Collection<LeadState> leads, Map<RateKey, Counts> rates) {
        var findings = new Findings();
        for (var lead : leads) {
            var name = lead.leadEmail();
            findings.line(name, "points", lead.points());
            findings.line(name, "status", lead.status());
            findings.line(name, "disqualified", lead.disqualified());
            findings.line(name, "signalled", lead.signalled());
            findings.line(name, "first contact", Objects.requireNonNullElse(lead.firstContactedAt(), "never"));
            findings.line(name, "score", Objects.requireNonNullElse(lead.massLog2(), "none"));
            for (var part : lead.contributions()) {
                findings.line(name, "earns " + part.eventId(), part.points() + " at " + part.at());
            }
            for (var send : lead.inferredSends()) {
                findings.line(name, "inferred " + mail(send.campaignId(), send.step()), inferred(send));
            }
            for (var reply : lead.replies()) {
                findings.line(name, "reply " + reply.eventId(), reply(reply));
            }
        }
        findings.rates(rates);
        return findings;
    }

    /**
     * What the reference says.
     *
     * @param leads the product's, of which only how human each contribution is is believed
     */
    static Findings of(List<Input> inputs, Map<String, Classified> read, Collection<LeadState> leads) {
        var findings = new Findings();
        var byLead = new TreeMap<String, List<Event>>();
        var corrections = new ArrayList<ReplyCorrection>();
        for (var input : inputs) {
            switch (input) {
                case Input.Arrived(var event) ->
                    byLead.computeIfAbsent(event.leadEmail(), none -> new ArrayList<>())
                            .add(event);
                case Input.Corrected(var correction) -> corrections.add(correction);
            }
        }
        var human = new HashMap<String, Double>();
        leads.forEach(lead -> lead.contributions().forEach(part -> human.put(part.eventId(), part.human())));
        var rates = new HashMap<RateKey, Counts>();
        byLead.forEach((lead, events) -> {
            var story = Story.of(events, corrections, read);
            var mass = leads.stream()
                    .filter(state -> state.leadEmail().equals(lead))
                    .findFirst()
                    .map(LeadState::massLog2);
            findings.lead(lead, story, human, mass);
            new Rates(events.getFirst().organizationId(), story, new Mails(story), new Replies(story))
                    .cells()
                    .forEach((key, counts) ->
                            rates.computeIfAbsent(key, none -> Counts.zero()).add(counts));
        });
        findings.rates(rates);
        return findings;
    }

    private void lead(String name, Story story, Map<String, Double> human, Optional<Double> mass) {
        var mails = new Mails(story);
        var replies = new Replies(story);
        var earnings = new Earnings(story, mails, replies);
        var standing = Standing.of(story, mails, replies);
        line(name, "points", earnings.points());
        line(name, "status", standing.status());
        line(name, "disqualified", standing.disqualified());
        line(name, "signalled", standing.signalled());
        line(
                name,
                "first contact",
                mails.sends().stream()
                        .map(Mails.Send::at)
                        .min(Instant::compareTo)
                        .map(Object::toString)
                        .orElse("never"));
        double expected = earnings.massLog2(event -> human.getOrDefault(event.eventId(), Double.NaN));
        boolean same = mass.isPresent() && Math.abs(expected - mass.get()) < SAME_MASS;
        line(name, "score", earnings.points() == 0 ? "none" : same ? mass.get() : expected);
        for (var earning : earnings.all()) {
            line(
                    name,
                    "earns " + earning.event().eventId(),
                    earning.points() + " at " + earning.event().at());
        }
        for (var send : mails.sends()) {
            if (send.inferred()) {
                var mail = send.mail();
                var step = new StepVariant(
                        mail.sequence(), mail.step(), send.of().step().variant());
                line(
                        name,
                        "inferred " + mail(mail.campaign(), step),
                        inferred(new InferredSend(
                                "",
                                send.at(),
                                mail.campaign(),
                                step,
                                send.of().account(),
                                send.of().eventId())));
            }
        }
        var conversations = new Conversations(replies);
        for (var reply : replies.all()) {
            var face = reply.face();
            line(
                    name,
                    "reply " + face.eventId(),
                    reply(new LeadReply(
                            face.eventId(),
                            reply.deliveries().stream().map(Event::eventId).toList(),
                            conversations.threadOf(reply),
                            reply.at(),
                            face.campaignId(),
                            mails.accountOf(face),
                            reply.automatic(),
                            reply.human(),
                            reply.category().orElse(null),
                            reply.source().orElse(null),
                            null)));
        }
    }

    private void rates(Map<RateKey, Counts> cells) {
        cells.forEach((key, counts) -> {
            for (var metric : Metric.values()) {
                if (!metric.isHumanWeighted() && counts.get(metric) != 0) {
                    lines.put(key.format() + " " + metric.label(), Long.toString(counts.get(metric)));
                }
            }
        });
    }

    private void line(String lead, String name, Object value) {
        lines.put(lead + " " + name, value.toString());
    }

    private static String mail(String campaign, StepVariant step) {
        return campaign + "/" + step.sequence() + "/" + step.step();
    }

    private static String inferred(InferredSend send) {
        return send.at() + " variant " + send.step().variant() + " of " + send.account() + " because of "
                + send.becauseOf();
    }

    private static String reply(LeadReply reply) {
        var deliveries = reply.deliveries().stream().sorted().toList();
        return "%s in %s to %s, %s, thread %s, %s %s, delivered as %s"
                .formatted(
                        reply.at(),
                        reply.campaignId(),
                        reply.account(),
                        reply.automatic() ? "automatic" : reply.human() ? "human" : "absence",
                        reply.threadId(),
                        reply.category(),
                        reply.source(),
                        deliveries);
    }

    /** Each line that only one of them has, or that they word differently; nothing where they agree. */
    List<String> disagreements(Findings reference) {
        var all = new TreeMap<String, String>();
        lines.forEach((name, value) -> all.put(name, ""));
        reference.lines.forEach((name, value) -> all.put(name, ""));
        var disagreements = new ArrayList<String>();
        for (var name : all.keySet()) {
            var product = lines.getOrDefault(name, "nothing");
            var expected = reference.lines.getOrDefault(name, "nothing");
            if (!product.equals(expected)) {
                disagreements.add(name + "\n      product:   " + product + "\n      reference: " + expected);
            }
        }
        return disagreements;
    }
}
