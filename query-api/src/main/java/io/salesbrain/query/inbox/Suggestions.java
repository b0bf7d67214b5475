package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.routes.CampaignNames;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    List<Map<String, @Nullable Object>> of(InboxThread thread, Optional<Letter> latest) {
        var language = latest.map(letter -> letter.judgement().language())
                        .filter(GERMAN::equals)
                        .isPresent()
                ? GERMAN
                : ENGLISH;
        var subject = latest.map(letter -> Subjects.answer(letter.subject())).orElse("");
        var values = values(thread, latest, language);
        var suggestions = new ArrayList<Map<String, @Nullable Object>>();
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
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        put(values, Placeholder.FIRST_NAME, person.firstName());
        put(values, Placeholder.LAST_NAME, person.lastName());
        put(values, Placeholder.COMPANY, person.company());
        put(values, Placeholder.JOB_TITLE, person.jobTitle());
        put(values, Placeholder.CAMPAIGN, names.of(thread.organizationId()).get(thread.campaignId()));
        put(values, Placeholder.RETURN_DATE, spelled(thread.latest().returnDate(), language));
        return values;
    }

    private static void put(Map<Placeholder, String> values, Placeholder placeholder, @Nullable String value) {
        if (value != null) {
            values.put(placeholder, value);
        }
    }

    private static @Nullable String spelled(@Nullable LocalDate day, String language) {
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.of(language))
                        .format(day);
    }

    private static Map<String, @Nullable Object> view(
            AnswerTemplates.Text text,
            ReplyCategory category,
            String language,
            String subject,
            Map<Placeholder, String> values) {
        var own = text.own();
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("template_id", own == null ? null : AnswerTemplateRoutes.id(own));
        view.put("category", category);
        view.put("language", language);
        view.put("name", text.name());
        view.put(
                "subject",
                text.subject() == null ? ThreadView.known(subject) : AnswerText.filled(text.subject(), values));
        view.put("text", AnswerText.filled(text.text(), values));
        view.put("missing", AnswerText.missing(text.text(), values));
        return view;
    }
}
