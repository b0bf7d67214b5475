package io.salesbrain.scoring.lead;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventId;
import io.salesbrain.events.EventIdentity;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StepVariant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One event as a history remembers it: all of its identity and nothing more, so that a history is itself the memory of
 * which events were seen. Times are milliseconds since 1970 UTC; parts that were not sent are empty.
 *
 * @param atMs when it happened, never after its arrival
 * @param sentAtMs the same before clamping; part of the identity
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

    public static Touch of(Event event, @Nullable Judgement judgement) {
        return new Touch(
                event.type(),
                event.type() == EventType.CUSTOM ? event.name() : "",
                event.at().toEpochMilli(),
                event.sentAt().toEpochMilli(),
                event.workspace(),
                event.campaignId(),
                event.account(),
                event.emailId(),
                event.step(),
                judgement);
    }

    /** Whether this touch is the event with that identity; both must concern the same lead. */
    boolean is(EventIdentity identity) {
        return sentAtMs == identity.sentAtMs()
                && type == identity.type()
                && step.equals(identity.step())
                && campaignId.equals(identity.campaignId())
                && account.equals(identity.account())
                && emailId.equals(identity.emailId())
                && workspace.equals(identity.workspace())
                && (type != EventType.CUSTOM || name.equals(identity.name()));
    }

    String eventId(OrganizationId organization, String leadEmail) {
        return EventId.of(
                organization,
                new EventIdentity(type, name, sentAtMs, workspace, campaignId, leadEmail, account, emailId, step));
    }
}
