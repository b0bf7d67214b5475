package io.salesbrain.query.inbox;

import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Texts for answers: organizations' own, and those that come with the program. */
public final class AnswerTemplates {
    static final List<String> LANGUAGES = List.of("en", "de");

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
    private final Map<OrganizationId, Map<String, AnswerTemplate>> own = new ConcurrentHashMap<>();

    public AnswerTemplates() {
        for (var category : ReplyCategory.values()) {
            for (var language : LANGUAGES) {
                standard.put(new Kind(category, language), read(category.label() + "." + language + ".txt"));
            }
        }
    }

    private static Text read(String file) {
        try (var in = AnswerTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its template " + file);
            }
            var parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new Text(null, parts[0].substring(NAME.length()).strip(), null, parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + file + " cannot be read", e);
        }
    }

    /** Takes a record of the templates topic; a null value takes one back. */
    public void accept(String key, @Nullable AnswerTemplate template) {
        var organization = new OrganizationId(key.substring(0, key.indexOf('/')));
        var templates = own.computeIfAbsent(organization, _ -> new ConcurrentHashMap<>());
        if (template == null) {
            templates.remove(key);
        } else {
            templates.put(key, template);
        }
    }

    Optional<AnswerTemplate> find(OrganizationId organization, String key) {
        return Optional.ofNullable(own.getOrDefault(organization, Map.of()).get(key));
    }

    /** In the order of their keys, those for every campaign before those for one. */
    List<AnswerTemplate> own(OrganizationId organization) {
        return own.getOrDefault(organization, Map.of()).values().stream()
                .sorted(Comparator.comparing(AnswerTemplate::key))
                .toList();
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
        find(organization, key + "/" + campaignId).ifPresent(template -> texts.add(text(template)));
        find(organization, key).ifPresent(template -> texts.add(text(template)));
        texts.add(standard(category, language));
        return texts;
    }

    private static Text text(AnswerTemplate template) {
        return new Text(template, template.name(), template.subject(), template.text());
    }
}
