package io.salesbrain.query.routes;

import io.salesbrain.events.FollowUp;
import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.followup.Templates;
import io.salesbrain.query.followup.Wording;
import io.salesbrain.query.readmodel.FollowUpItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows follow-ups, with a text that could be sent. */
public final class FollowUpViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Templates templates;
    private final CampaignNames names;

    public FollowUpViews(Templates templates, CampaignNames names) {
        this.templates = templates;
        this.names = names;
    }

    public FollowUpView of(FollowUpItem item) {
        var followUp = item.followUp();
        var campaign = names.of(followUp.organizationId()).get(followUp.campaignId());
        var language = followUp.addressee().language();
        var template = templates.of(followUp.organizationId(), followUp.campaignId(), followUp.reason(), language);
        var values = values(followUp, campaign);
        var subject = template.subject();
        return new FollowUpView(
                followUp.followUpId(),
                followUp.leadEmail(),
                followUp.campaignId().isEmpty() ? null : followUp.campaignId(),
                campaign,
                item.state(),
                followUp.reason(),
                why(followUp),
                followUp.dueAt(),
                followUp.createdAt(),
                followUp.returnDate(),
                followUp.ending(),
                item.decision() == null ? null : item.decision().at(),
                language,
                subject == null ? null : Wording.filled(subject, values),
                Wording.filled(template.text(), values));
    }

    private static String why(FollowUp followUp) {
        return switch (followUp.reason()) {
            case OPENED -> "Opened an e-mail on " + seen(followUp);
            case CLICKED -> "Clicked a link on " + seen(followUp);
            case OUT_OF_OFFICE ->
                "Was out of office and is back on " + followUp.returnDate()
                        + "; this is the first working day after it";
        };
    }

    private static String seen(FollowUp followUp) {
        var sent = followUp.lastSentAt() == null ? followUp.seenAt() : followUp.lastSentAt();
        return day(followUp.seenAt()) + ", no reply since the last e-mail of " + day(sent);
    }

    private static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    private static Map<Placeholder, String> values(FollowUp followUp, @Nullable String campaign) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        var addressee = followUp.addressee();
        put(values, Placeholder.FIRST_NAME, addressee.firstName());
        put(values, Placeholder.LAST_NAME, addressee.lastName());
        put(values, Placeholder.COMPANY, addressee.company());
        put(values, Placeholder.JOB_TITLE, addressee.jobTitle());
        put(values, Placeholder.CAMPAIGN, campaign);
        put(values, Placeholder.RETURN_DATE, spelled(followUp.returnDate(), addressee.language()));
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
}
