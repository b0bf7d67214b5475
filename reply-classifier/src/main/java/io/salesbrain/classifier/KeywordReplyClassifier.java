package io.salesbrain.classifier;

import io.salesbrain.classifier.text.VisibleText;
import io.salesbrain.events.ReplyCategory;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The stand-in for machines where the model's native library cannot be loaded. It knows the plainest phrases, takes the
 * first rule that fits, and abstains on everything else.
 */
public final class KeywordReplyClassifier implements ReplyClassifier {
    private static final String VERSION = "keywords-1";
    private static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.1, 0.6);
    private static final double SURE = 0.7;

    private record Rule(ReplyCategory category, List<String> phrases) {
        Rule(ReplyCategory category, String... phrases) {
            this(category, List.of(phrases));
        }
    }

    /** In the order in which the label guide lets one category win over another. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    ReplyCategory.OTHER,
                    "undeliverable",
                    "delivery has failed",
                    "mail delivery failed",
                    "unzustellbar",
                    "nicht zugestellt werden",
                    "mailbox is full",
                    "ticket"),
            new Rule(
                    ReplyCategory.UNSUBSCRIBE,
                    "unsubscribe",
                    "remove me",
                    "take me off",
                    "stop emailing",
                    "stop contacting",
                    "do not contact",
                    "don't contact",
                    "delete my data",
                    "abmelden",
                    "austragen",
                    "keine weiteren mails",
                    "keine weiteren e-mails",
                    "nicht mehr kontaktieren",
                    "nicht mehr anschreiben",
                    "aus dem verteiler",
                    "daten löschen"),
            new Rule(
                    ReplyCategory.OUT_OF_OFFICE,
                    "out of office",
                    "out of the office",
                    "on vacation",
                    "on annual leave",
                    "parental leave",
                    "nicht im büro",
                    "im urlaub",
                    "abwesend",
                    "elternzeit",
                    "nicht im haus"),
            new Rule(
                    ReplyCategory.WRONG_PERSON,
                    "wrong person",
                    "no longer with",
                    "no longer work",
                    "not responsible for",
                    "right person",
                    "nicht zuständig",
                    "nicht mehr bei uns",
                    "falscher ansprechpartner",
                    "nicht mehr im unternehmen"),
            new Rule(
                    ReplyCategory.NOT_INTERESTED,
                    "not interested",
                    "no interest",
                    "no need",
                    "no thanks",
                    "no thank you",
                    "kein interesse",
                    "kein bedarf",
                    "keinen bedarf",
                    "nicht interessiert",
                    "nein danke"),
            new Rule(
                    ReplyCategory.MEETING_REQUEST,
                    "can we talk",
                    "schedule a call",
                    "book a call",
                    "call me",
                    "set up a call",
                    "set up a meeting",
                    "demo",
                    "termin",
                    "rufen sie mich an",
                    "telefonieren"),
            new Rule(
                    ReplyCategory.INTERESTED,
                    "sounds good",
                    "interested",
                    "tell me more",
                    "klingt gut",
                    "klingt interessant",
                    "interessiert",
                    "angebot"),
            new Rule(ReplyCategory.QUESTION, "?"));

    @Override
    public Classification classify(Reply reply) {
        String visible = VisibleText.of(reply.subject(), reply.text(), reply.html());
        String lower = visible.toLowerCase(Locale.ROOT).replace('’', '\'');
        Optional<ReplyCategory> hit = RULES.stream()
                .filter(rule -> rule.phrases().stream().anyMatch(lower::contains))
                .map(Rule::category)
                .findFirst();
        return Judgement.of(reply, visible, probabilities(hit), THRESHOLDS.abstainBelow(), VERSION);
    }

    private static Map<ReplyCategory, Double> probabilities(Optional<ReplyCategory> hit) {
        int categories = ReplyCategory.values().length;
        Map<ReplyCategory, Double> probabilities = new EnumMap<>(ReplyCategory.class);
        for (ReplyCategory category : ReplyCategory.values()) {
            probabilities.put(category, hit.isEmpty() ? 1.0 / categories : (1 - SURE) / (categories - 1));
        }
        hit.ifPresent(category -> probabilities.put(category, SURE));
        return probabilities;
    }

    @Override
    public Thresholds thresholds() {
        return THRESHOLDS;
    }

    @Override
    public String modelVersion() {
        return VERSION;
    }

    @Override
    public void close() {
        // Holds nothing that needs closing.
    }
}
