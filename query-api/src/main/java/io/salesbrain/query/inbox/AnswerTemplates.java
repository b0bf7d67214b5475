package io.salesbrain.query.inbox;

import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.template.OwnTemplates;
import io.salesbrain.query.template.ProgramText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts for answers: organizations' own, and those that come with the program. */
public final class AnswerTemplates {
    private static final String NAME = "Name: ";

    /**
     * @param own null for what comes with the program
     * @param subject null: that of the conversation
     */
    record Text(
            @Nullable AnswerTemplate own,
            String name,
            @Nullable String subject,
            String text) {}

    private record Kind(ReplyCategory category, String language) {}

    private final Map<Kind, Text> standard = new HashMap<>();
    private final OwnTemplates<AnswerTemplate> own = new OwnTemplates<>();

    public AnswerTemplates() {
        for (var category : ReplyCategory.values()) {
            for (var language : ProgramText.LANGUAGES) {
                var read = ProgramText.read(AnswerTemplates.class, category.label() + "." + language + ".txt", NAME);
                standard.put(new Kind(category, language), new Text(null, read.head(), null, read.text()));
            }
        }
    }

    /** Organizations' own, which go before those that come with the program. */
    OwnTemplates<AnswerTemplate> own() {
        return own;
    }

    /** By which the API names one of an organization's own. */
    static String id(AnswerTemplate template) {
        return Cursor.of(
                template.category().label(),
                template.language(),
                Optional.ofNullable(template.campaignId()).orElse(""));
    }

    Text standard(ReplyCategory category, String language) {
        var text = standard.get(new Kind(category, language));
        if (text == null) {
            throw new IllegalArgumentException("there are no texts in " + language);
        }
        return text;
    }

    /** The campaign's own first, then the organization's, then what comes with the program. */
    List<Text> of(OrganizationId organization, String campaignId, ReplyCategory category, String language) {
        var key = organization + "/" + category.label() + "/" + language;
        var texts = new ArrayList<Text>();
        own.find(organization, key + "/" + campaignId).ifPresent(template -> texts.add(text(template)));
        own.find(organization, key).ifPresent(template -> texts.add(text(template)));
        texts.add(standard(category, language));
        return texts;
    }

    private static Text text(AnswerTemplate template) {
        return new Text(template, template.name(), template.subject(), template.text());
    }
}
