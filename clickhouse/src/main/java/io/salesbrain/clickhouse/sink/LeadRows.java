package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.Json;
import io.salesbrain.events.LeadState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of leads, as rows. */
final class LeadRows {
    private static final Set<EventType> OPENS = Set.of(EventType.EMAIL_OPENED);
    private static final Set<EventType> CLICKS = Set.of(EventType.EMAIL_CLICKED);
    private static final Set<EventType> REPLIES = Set.of(EventType.REPLY_RECEIVED);
    private static final Set<EventType> MEETINGS =
            Set.of(EventType.LEAD_MEETING_BOOKED, EventType.LEAD_MEETING_COMPLETED);

    private LeadRows() {}

    static byte[] state(LeadState state) {
        return JsonRow.write(row -> {
            row.text("organization_id", state.organizationId().value())
                    .text("lead_email", state.leadEmail())
                    .text("status", state.status().label())
                    .number("points", state.points())
                    .numberOrNull("mass_log2", state.massLog2())
                    .number("half_life_ms", state.halfLifeMs())
                    .flag("signalled", state.signalled())
                    .flag("disqualified", state.disqualified())
                    .instantOrNull("last_signal_at", state.lastSignalAt())
                    .instantOrNull("first_contacted_at", state.firstContactedAt())
                    .instantOrNull("first_opened_at", first(state, OPENS))
                    .instantOrNull("first_clicked_at", first(state, CLICKS))
                    .instantOrNull("first_replied_at", first(state, REPLIES))
                    .instantOrNull("first_meeting_at", first(state, MEETINGS))
                    .texts("campaign_ids", state.campaignIds())
                    .text("contributions", Json.write(state.contributions()))
                    .text("inferred_sends", Json.write(state.inferredSends()))
                    .text("status_history", Json.write(state.statusHistory()))
                    .number("version", state.version());
            if (state.returnDate() != null) {
                row.text("return_date", state.returnDate().toString());
            }
        });
    }

    private static @Nullable Instant first(LeadState state, Set<EventType> types) {
        return state.contributions().stream()
                .filter(contribution -> types.contains(contribution.type()))
                .map(Contribution::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    static byte[] followUp(String key, FollowUp followUp, long version) {
        return JsonRow.write(row -> {
            row.text("organization_id", followUp.organizationId().value())
                    .text("follow_up_key", key.substring(key.indexOf('/') + 1))
                    .text("follow_up_id", followUp.followUpId())
                    .text("lead_email", followUp.leadEmail())
                    .text("campaign_id", followUp.campaignId())
                    .text("reason", followUp.reason().label())
                    .text("state", followUp.state().label())
                    .instant("due_at", followUp.dueAt())
                    .instant("created_at", followUp.createdAt())
                    .text(
                            "ending",
                            followUp.ending() == null ? "" : followUp.ending().label())
                    .instantOrNull("fired_at", followUp.firedAt())
                    .number("version", version);
            if (followUp.returnDate() != null) {
                row.text("return_date", followUp.returnDate().toString());
            }
        });
    }

    static byte[] decision(FollowUpDecision decision, long version) {
        return JsonRow.write(
                row -> row.text("organization_id", decision.organizationId().value())
                        .text("follow_up_id", decision.followUpId())
                        .text("state", decision.state().label())
                        .instant("decided_at", decision.at())
                        .number("version", version));
    }
}
