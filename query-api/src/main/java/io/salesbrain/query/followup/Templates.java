package io.salesbrain.query.followup;

import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.template.OwnTemplates;
import io.salesbrain.query.template.ProgramText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which text is suggested: the campaign's own, else the organization's, else the one that comes with the program. */
public final class Templates {
    private static final String SUBJECT = "Subject: ";

    /** @param subject null: none is suggested */
    public record Text(@Nullable String subject, String text) {}

    private record Kind(FollowUpReason reason, String language) {}

    private final Map<Kind, Text> standard = new HashMap<>();
    private final OwnTemplates<FollowUpTemplate> own = new OwnTemplates<>();

    public Templates() {
        for (var reason : FollowUpReason.values()) {
            for (var language : ProgramText.LANGUAGES) {
                var read = ProgramText.read(Templates.class, reason.label() + "." + language + ".txt", SUBJECT);
                standard.put(new Kind(reason, language), new Text(read.head(), read.text()));
            }
        }
    }

    /** Organizations' own, which go before those that come with the program. */
    public OwnTemplates<FollowUpTemplate> own() {
        return own;
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
        return own.find(organization, kind + "/" + campaignId)
                .or(() -> own.find(organization, kind))
                .map(template -> new Text(template.subject(), template.text()))
                .orElseGet(() -> standard(reason, language));
    }
}
