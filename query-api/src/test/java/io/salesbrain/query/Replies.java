package io.salesbrain.query;

import io.salesbrain.clickhouse.query.Judgement;
import io.salesbrain.clickhouse.query.Letter;
import io.salesbrain.events.CategorySource;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.StepVariant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds replies and what is in them the way the stream and the sink would. */
public final class Replies {
    public static final String CAMPAIGN = "c1";
    public static final String ACCOUNT = "lena@send.example";

    private Replies() {}

    /** A lead with these replies and nothing else. */
    public static LeadState state(OrganizationId organization, String lead, List<LeadReply> replies) {
        var base = Leads.state(organization, lead, false, Leads.reply(CAMPAIGN, Instant.EPOCH));
        return with(base, replies);
    }

    /** The same lead, with these replies. */
    public static LeadState with(LeadState base, List<LeadReply> replies) {
        return new LeadState(
                base.organizationId(),
                base.leadEmail(),
                base.status(),
                base.points(),
                base.massLog2(),
                base.halfLifeMs(),
                base.signalled(),
                base.disqualified(),
                base.lastSignalAt(),
                base.firstContactedAt(),
                base.returnDate(),
                base.campaignIds(),
                base.contributions(),
                base.inferredSends(),
                base.version(),
                base.statusHistory(),
                base.folded(),
                replies);
    }

    /** By the model. */
    public static LeadReply reply(String eventId, String threadId, Instant at, @Nullable ReplyCategory category) {
        return reply(eventId, threadId, at, category, false);
    }

    public static LeadReply automatic(String eventId, String threadId, Instant at) {
        return reply(eventId, threadId, at, null, true);
    }

    private static LeadReply reply(
            String eventId, String threadId, Instant at, @Nullable ReplyCategory category, boolean automatic) {
        return new LeadReply(
                eventId,
                List.of(eventId),
                threadId,
                at,
                CAMPAIGN,
                ACCOUNT,
                automatic,
                !automatic && category != ReplyCategory.OUT_OF_OFFICE,
                category,
                category == null ? null : CategorySource.MODEL,
                null);
    }

    /** What came in, in German, with its sender's names. */
    public static Letter received(String eventId, String lead, Instant at, String subject, String text, String html) {
        return letter(
                eventId,
                EventType.REPLY_RECEIVED,
                lead,
                at,
                subject,
                text,
                html,
                new Judgement(
                        Optional.of(ReplyCategory.INTERESTED),
                        Map.of(
                                ReplyCategory.INTERESTED, 0.8,
                                ReplyCategory.QUESTION, 0.15,
                                ReplyCategory.OTHER, 0.05),
                        false,
                        "de"));
    }

    public static Letter sent(String eventId, String lead, Instant at, String subject, String text) {
        return letter(eventId, EventType.EMAIL_SENT, lead, at, subject, text, "", Judgement.NONE);
    }

    private static Letter letter(
            String eventId,
            EventType type,
            String lead,
            Instant at,
            String subject,
            String text,
            String html,
            Judgement judgement) {
        return new Letter(
                eventId,
                type,
                at,
                lead,
                CAMPAIGN,
                ACCOUNT,
                new StepVariant(0, 1, 2),
                "mail-" + eventId,
                subject,
                text,
                html,
                text.lines().findFirst().orElse(""),
                "https://unibox.example/thread",
                judgement,
                type == EventType.EMAIL_SENT,
                Map.of("firstname", "Anna", "lastname", "Beispiel", "companyname", "Beispiel GmbH"));
    }
}
