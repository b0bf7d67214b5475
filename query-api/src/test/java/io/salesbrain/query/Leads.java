package io.salesbrain.query;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.InferredSend;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds lead states the way the scoring stage would. */
public final class Leads {
    public static final long HALF_LIFE_MS = Duration.ofDays(14).toMillis();

    private Leads() {}

    /** A lead with these contributions; signalled once something is worth more than an open. */
    public static LeadState state(
            OrganizationId organization, String email, boolean disqualified, Contribution... contributions) {
        return state(organization, email, disqualified, List.of(), List.of(contributions));
    }

    public static LeadState state(
            OrganizationId organization,
            String email,
            boolean disqualified,
            List<InferredSend> inferred,
            List<Contribution> contributions) {
        long points = contributions.stream().mapToLong(Contribution::points).sum();
        boolean signalled = contributions.stream().anyMatch(each -> each.type() != EventType.EMAIL_OPENED);
        var campaigns =
                contributions.stream().map(Contribution::campaignId).distinct().toList();
        var last = contributions.stream()
                .map(Contribution::at)
                .max(Instant::compareTo)
                .orElse(null);
        return new LeadState(
                organization,
                email,
                disqualified ? LeadStatus.UNSUBSCRIBED : LeadStatus.ENGAGED,
                points,
                massLog2(contributions),
                HALF_LIFE_MS,
                signalled,
                disqualified,
                last,
                last,
                null,
                campaigns,
                contributions,
                inferred,
                1,
                statusHistory(last, disqualified),
                null,
                List.of());
    }

    private static List<StatusChange> statusHistory(@Nullable Instant at, boolean disqualified) {
        return at == null
                ? List.of()
                : List.of(new StatusChange(
                        disqualified ? LeadStatus.UNSUBSCRIBED : LeadStatus.ENGAGED,
                        at,
                        disqualified ? EventType.EMAIL_SPAM_REPORT : EventType.EMAIL_CLICKED,
                        "cause",
                        null));
    }

    public static Contribution open(String campaign, Instant at, double human) {
        return contribution(EventType.EMAIL_OPENED, campaign, at, 10, human);
    }

    public static Contribution click(String campaign, Instant at, double human) {
        return contribution(EventType.EMAIL_CLICKED, campaign, at, 25, human);
    }

    public static Contribution reply(String campaign, Instant at) {
        return contribution(EventType.REPLY_RECEIVED, campaign, at, 50, 1);
    }

    public static Contribution contribution(EventType type, String campaign, Instant at, int points, double human) {
        return new Contribution(
                type.label() + "-" + at.toEpochMilli(), type, at, campaign, points, human, "a test says so");
    }

    /** log2 of the sum of points·human·2^(at/half-life), with the largest exponent taken out first. */
    private static @Nullable Double massLog2(List<Contribution> contributions) {
        var exponents = new ArrayList<Double>();
        for (var each : contributions) {
            double weight = each.points() * each.human();
            if (weight > 0) {
                exponents.add(Math.log(weight) / Math.log(2) + each.at().toEpochMilli() / (double) HALF_LIFE_MS);
            }
        }
        if (exponents.isEmpty()) {
            return null;
        }
        double largest =
                exponents.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
        double sum = exponents.stream()
                .mapToDouble(exponent -> Math.pow(2, exponent - largest))
                .sum();
        return largest + Math.log(sum) / Math.log(2);
    }
}
