package io.salesbrain.scoring.lead;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Subject;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One event as a history remembers it: all of its identity and nothing more, so that a history is itself the memory of
 * which events were seen. Times are milliseconds since 1970 UTC; parts that were not sent are empty.
 *
 * @param name of a custom event; of an event about a campaign or account the lead it names, as that is no lead's history
 * @param atMs when it happened, never after its arrival
 * @param sentAtMs the same before clamping; part of the identity
 * @param gateway that a send tells of ({@link Gateway}); no part of the identity
 * @param judgement for the two reply types
 */
public record Touch(
        EventType type,
        String name,
        long atMs,
        long sentAtMs,
        String workspace,
        String campaignId,
        String account,
        String emailId,
        StepVariant step,
        int gateway,
        @Nullable Judgement judgement) {

    /** A total order over different touches that no arrival order can change. */
    public static final Comparator<Touch> CHRONOLOGICAL = Comparator.comparingLong(Touch::atMs)
            .thenComparing(Touch::type)
            .thenComparingLong(Touch::sentAtMs)
            .thenComparing(Touch::campaignId)
            .thenComparingInt(touch -> touch.step().sequence())
            .thenComparingInt(touch -> touch.step().step())
            .thenComparingInt(touch -> touch.step().variant())
            .thenComparing(Touch::account)
            .thenComparing(Touch::emailId)
            .thenComparing(Touch::name)
            .thenComparing(Touch::workspace);

    public static Touch of(Event event) {
        return new Touch(
                event.type(),
                name(event),
                event.at().toEpochMilli(),
                event.sentAt().toEpochMilli(),
                event.workspace(),
                event.campaignId(),
                event.account(),
                event.emailId(),
                event.step(),
                Gateway.told(event),
                null);
    }

    private static String name(Event event) {
        if (event.type() == EventType.CUSTOM) {
            return event.name();
        }
        return event.subject() instanceof Subject.Lead ? "" : event.leadEmail();
    }

    public Touch with(@Nullable Judgement judgement) {
        return new Touch(type, name, atMs, sentAtMs, workspace, campaignId, account, emailId, step, gateway, judgement);
    }

    /** Whether both are the same event of one subject, however it was judged and whenever it arrived. */
    boolean isSameEvent(Touch other) {
        return sentAtMs == other.sentAtMs
                && type == other.type
                && step.equals(other.step)
                && campaignId.equals(other.campaignId)
                && account.equals(other.account)
                && emailId.equals(other.emailId)
                && workspace.equals(other.workspace)
                && name.equals(other.name);
    }

    /** Of a lead's touch. */
    String eventId(OrganizationId organization, String leadEmail) {
        return EventId.of(
                organization,
                new EventIdentity(type, name, sentAtMs, workspace, campaignId, leadEmail, account, emailId, step));
    }
}
