package io.salesbrain.query.followup;

import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpTemplate;
import io.salesbrain.events.OrganizationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which text is suggested: the campaign's own, else the organization's, else the one that comes with the program. */
public final class Templates {
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final String SUBJECT = "Subject: ";

    /** @param subject null: none is suggested */
    public record Text(@Nullable String subject, String text) {}

    private record Kind(FollowUpReason reason, String language) {}

    private final Map<Kind, Text> standard = new HashMap<>();
    private final Map<OrganizationId, Map<String, FollowUpTemplate>> own = new ConcurrentHashMap<>();

    public Templates() {
        for (var reason : FollowUpReason.values()) {
            for (var language : LANGUAGES) {
                standard.put(new Kind(reason, language), read(reason.label() + "." + language + ".txt"));
            }
        }
    }

    private static Text read(String name) {
        try (var in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its template " + name);
            }
            var parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new Text(parts[0].substring(SUBJECT.length()).strip(), parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be read", e);
        }
    }

    /** Takes a record of the templates topic; a null value takes one back. */
    public void accept(String key, @Nullable FollowUpTemplate template) {
        var organization = new OrganizationId(key.substring(0, key.indexOf('/')));
        var templates = own.computeIfAbsent(organization, _ -> new ConcurrentHashMap<>());
        if (template == null) {
            templates.remove(key);
        } else {
            templates.put(key, template);
        }
    }

    public Optional<FollowUpTemplate> find(OrganizationId organization, String key) {
        return Optional.ofNullable(own.getOrDefault(organization, Map.of()).get(key));
    }

    /** In the order of their keys, those for every campaign before those for one. */
    public List<FollowUpTemplate> own(OrganizationId organization) {
        return own.getOrDefault(organization, Map.of()).values().stream()
                .sorted(Comparator.comparing(FollowUpTemplate::key))
                .toList();
    }

    public Text standard(FollowUpReason reason, String language) {
        var text = standard.get(new Kind(reason, language));
        if (text == null) {
            throw new IllegalArgumentException("there are no texts in " + language);
        }
        return text;
    }

    public Text of(OrganizationId organization, String campaignId, FollowUpReason reason, String language) {
        var kind = organization + "/" + reason.label() + "/" + language;
        return find(organization, kind + "/" + campaignId)
                .or(() -> find(organization, kind))
                .map(template -> new Text(template.subject(), template.text()))
                .orElseGet(() -> standard(reason, language));
    }
}
