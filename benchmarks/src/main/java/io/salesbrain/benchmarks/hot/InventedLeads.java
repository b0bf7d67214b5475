package io.salesbrain.benchmarks.hot;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scored leads of one organization over a year: nine of ten have opened only, each is in one of 50 campaigns or in a small one. */
final class InventedLeads {
    static final OrganizationId ORGANIZATION = new OrganizationId("bench");
    static final String LARGE_CAMPAIGN = "campaign-7";
    static final String SMALL_CAMPAIGN = "campaign-small";

    private static final int CAMPAIGNS = 50;
    private static final int ONE_SMALL_IN = 10_000;
    private static final long HALF_LIFE_MS = Duration.ofDays(14).toMillis();
    private static final long YEAR_MS = Duration.ofDays(365).toMillis();

    private final Random random = new Random(1);
    private final long nowMs;
    private final int number;

    InventedLeads(int number, long nowMs) {
        this.number = number;
        this.nowMs = nowMs;
    }

    /** This lead as it may be; another each time. */
    LeadState lead(int i) {
        var campaign = i % ONE_SMALL_IN == 0 ? SMALL_CAMPAIGN : "campaign-" + i % CAMPAIGNS;
        long at = nowMs - (long) (random.nextDouble() * YEAR_MS);
        var contributions = new ArrayList<Contribution>();
        contributions.add(contribution(EventType.EMAIL_OPENED, at, campaign, 10, random.nextDouble()));
        boolean signalled = random.nextInt(10) == 0;
        if (signalled) {
            contributions.add(contribution(EventType.EMAIL_CLICKED, at + 60_000, campaign, 25, 0.9));
            if (random.nextInt(3) == 0) {
                contributions.add(contribution(EventType.REPLY_RECEIVED, at + 3_600_000, campaign, 50, 1));
            }
        }
        return new LeadState(
                ORGANIZATION,
                "lead" + i + "@kundin.example",
                signalled ? LeadStatus.REPLIED : LeadStatus.ENGAGED,
                contributions.stream().mapToLong(Contribution::points).sum(),
                massLog2(contributions),
                HALF_LIFE_MS,
                signalled,
                false,
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(at),
                null,
                List.of(campaign),
                contributions,
                List.of(),
                1,
                List.of(),
                null,
                List.of());
    }

    LeadState any() {
        return lead(random.nextInt(number));
    }

    private Contribution contribution(EventType type, long atMs, String campaign, int points, double human) {
        return new Contribution(
                Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
                type,
                Instant.ofEpochMilli(atMs),
                campaign,
                points,
                human,
                "opened four hours after the e-mail was sent, likely by a person");
    }

    private static double massLog2(List<Contribution> contributions) {
        double latest = contributions.getLast().at().toEpochMilli() / (double) HALF_LIFE_MS;
        double sum = 0;
        for (var each : contributions) {
            sum += each.points()
                    * each.human()
                    * Math.pow(2, each.at().toEpochMilli() / (double) HALF_LIFE_MS - latest);
        }
        return latest + Math.log(sum) / Math.log(2);
    }
}
