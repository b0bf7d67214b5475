package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.followup.PlaceholderValues;
import io.salesbrain.query.inbox.ShownConversation.SuggestionItem;
import io.salesbrain.query.routes.CampaignNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that could be sent, filled in as far as is known. */
public final class Suggestions {
    private static final int GUESSES = 2;
    private static final String GERMAN = "de";
    private static final String ENGLISH = "en";

    private final AnswerTemplates templates;
    private final CampaignNames names;

    public Suggestions(AnswerTemplates templates, CampaignNames names) {
        this.templates = templates;
        this.names = names;
    }

    /** For the category of the latest reply; while it has none, for the model's two best guesses. */
    List<SuggestionItem> of(InboxThread thread, Optional<Letter> latest) {
        var language = latest.map(letter -> letter.judgement().language())
                        .filter(GERMAN::equals)
                        .isPresent()
                ? GERMAN
                : ENGLISH;
        var subject = latest.map(letter -> Subjects.answer(letter.subject())).orElse("");
        var values = values(thread, latest, language);
        var suggestions = new ArrayList<SuggestionItem>();
        for (var category : categories(thread, latest)) {
            for (var text : templates.of(thread.organizationId(), thread.campaignId(), category, language)) {
                suggestions.add(view(text, category, language, subject, values));
            }
        }
        return suggestions;
    }

    private static List<ReplyCategory> categories(InboxThread thread, Optional<Letter> latest) {
        var known = thread.latest().category();
        if (known != null) {
            return List.of(known);
        }
        if (thread.latest().automatic()) {
            return List.of(ReplyCategory.OUT_OF_OFFICE);
        }
        return latest.map(letter -> letter.judgement().probabilities().entrySet().stream()
                        .sorted(Map.Entry.<ReplyCategory, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(GUESSES)
                        .map(Map.Entry::getKey)
                        .toList())
                .filter(guesses -> !guesses.isEmpty())
                .orElse(List.of(ReplyCategory.OTHER));
    }

    private Map<Placeholder, String> values(InboxThread thread, Optional<Letter> latest, String language) {
        var person = Person.of(latest.map(Letter::columns).orElse(Map.of()));
        return new PlaceholderValues()
                .with(Placeholder.FIRST_NAME, person.firstName())
                .with(Placeholder.LAST_NAME, person.lastName())
                .with(Placeholder.COMPANY, person.company())
                .with(Placeholder.JOB_TITLE, person.jobTitle())
                .with(Placeholder.CAMPAIGN, names.of(thread.organizationId()).get(thread.campaignId()))
                .with(Placeholder.RETURN_DATE, thread.latest().returnDate(), language)
                .known();
    }

    private static SuggestionItem view(
            AnswerTemplates.Text text,
            ReplyCategory category,
            String language,
            String subject,
            Map<Placeholder, String> values) {
        var own = text.own();
        return new SuggestionItem(
                own == null ? null : AnswerTemplates.id(own),
                category,
                language,
                text.name(),
                text.subject() == null ? ThreadView.known(subject) : AnswerText.filled(text.subject(), values),
                AnswerText.filled(text.text(), values),
                AnswerText.missing(text.text(), values));
    }
}
