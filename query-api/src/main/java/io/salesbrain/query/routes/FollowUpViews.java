package io.salesbrain.query.routes;

import io.salesbrain.events.FollowUp;
import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.followup.PlaceholderValues;
import io.salesbrain.query.followup.Templates;
import io.salesbrain.query.followup.Wording;
import io.salesbrain.query.readmodel.FollowUpItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
        var addressee = followUp.addressee();
        return new PlaceholderValues()
                .with(Placeholder.FIRST_NAME, addressee.firstName())
                .with(Placeholder.LAST_NAME, addressee.lastName())
                .with(Placeholder.COMPANY, addressee.company())
                .with(Placeholder.JOB_TITLE, addressee.jobTitle())
                .with(Placeholder.CAMPAIGN, campaign)
                .with(Placeholder.RETURN_DATE, followUp.returnDate(), addressee.language())
                .known();
    }
}
