package io.salesbrain.query.readmodel;

import static io.salesbrain.query.Leads.HALF_LIFE_MS;
import static io.salesbrain.query.Leads.click;
import static io.salesbrain.query.Leads.open;
import static io.salesbrain.query.Leads.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.Leads;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LeadIndexTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final List<LeadIndex.Crossing> crossings = new ArrayList<>();
    private Instant now = NOW;
    private final LeadIndex index = new LeadIndex(TENTH, () -> now, crossings::add);

    @Test
    void anUnknownOrganizationHasNoLeadsAndNoThreshold() {
        var ranking = index.list(ACME, Optional.empty(), _ -> true, 10);

        assertThat(ranking.leads()).isEmpty();
        assertThat(ranking.thresholdLead()).isEmpty();
        assertThat(ranking.scoredLeads()).isZero();
    }

    @Test
    void aScoreIsTheSumOfWhatItsContributionsAreWorth() {
        var contributions = List.of(
                open("c", NOW.minus(Duration.ofDays(3)), 0.25),
                click("c", NOW.minus(Duration.ofDays(40)), 0.9),
                reply("c", NOW.plus(Duration.ofDays(2))));
        accept(Leads.state(ACME, "ada@example.com", false, List.of(), contributions));

        var lead = index.find(ACME, "ada@example.com").orElseThrow();

        for (var time : List.of(NOW, NOW.minus(Duration.ofDays(100)), NOW.plus(Duration.ofDays(400)))) {
            double sum = contributions.stream()
                    .mapToDouble(each -> Score.worth(each, HALF_LIFE_MS, time))
                    .sum();
            assertThat(lead.scoreAt(time)).isCloseTo(sum, within(sum * 1e-9));
        }
    }

    @Test
    void aHalfLifeHalves() {
        var contribution = reply("c", NOW);

        assertThat(Score.worth(contribution, HALF_LIFE_MS, NOW)).isEqualTo(50);
        assertThat(Score.worth(contribution, HALF_LIFE_MS, NOW.plusMillis(HALF_LIFE_MS)))
                .isEqualTo(25);
        assertThat(Score.worth(contribution, HALF_LIFE_MS, NOW.minusMillis(HALF_LIFE_MS)))
                .isEqualTo(100);
    }

    @Test
    void aTimeFarFromTheEventsStillGivesANumber() {
        accept(Leads.state(ACME, "ada@example.com", false, reply("c", NOW)));
        var lead = index.find(ACME, "ada@example.com").orElseThrow();

        assertThat(lead.scoreAt(Instant.parse("0001-01-01T00:00:00Z"))).isFinite();
        assertThat(lead.scoreAt(Instant.parse("9999-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void opensOnlyAreNeverHot() {
        accept(Leads.state(ACME, "ada@example.com", false, open("c", NOW, 1)));

        assertThat(index.find(ACME, "ada@example.com").orElseThrow().hot()).isFalse();
        assertThat(index.list(ACME, Optional.empty(), _ -> true, 10).thresholdLead())
                .isPresent();
    }

    @Test
    void pointsNobodyIsLikelyToHaveCausedCountAsALeadWithScoreZero() {
        accept(Leads.state(ACME, "ada@example.com", false, click("c", NOW, 0)));
        var ranking = index.list(ACME, Optional.empty(), _ -> true, 10);

        assertThat(ranking.scoredLeads()).isEqualTo(1);
        assertThat(ranking.leads().getFirst().scoreAt(NOW)).isZero();
    }

    @Test
    void aTombstoneRemovesALead() {
        var state = Leads.state(ACME, "ada@example.com", false, reply("c", NOW));
        accept(state);
        index.accept(state.key(), null);

        assertThat(index.find(ACME, "ada@example.com")).isEmpty();
        assertThat(index.list(ACME, Optional.empty(), _ -> true, 10).scoredLeads())
                .isZero();
    }

    /** Random changes, each time compared with the definition in the specification read word by word. */
    @Test
    void agreesWithTheDefinition() {
        for (long seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            var found = new ArrayList<LeadIndex.Crossing>();
            var subject = new LeadIndex(TENTH, () -> NOW, found::add);
            var model = new HashMap<String, LeadState>();
            int people = 1 + random.nextInt(150);
            for (int step = 0; step < 300; step++) {
                var state = randomState(random, random.nextInt(people));
                model.put(state.leadEmail(), state);
                subject.accept(state.key(), state);
                if (step % 10 == 0) {
                    assertAgrees(subject, model, random, seed);
                }
            }
        }
    }

    private static LeadState randomState(Random random, int person) {
        var contributions = new ArrayList<Contribution>();
        for (int i = random.nextInt(4); i > 0; i--) {
            // Few different times, so that equal scores happen.
            var at = NOW.minus(Duration.ofDays(random.nextInt(5)));
            contributions.add(
                    switch (random.nextInt(3)) {
                        case 0 -> open("c" + random.nextInt(2), at, 1);
                        case 1 -> click("c" + random.nextInt(2), at, random.nextInt(2));
                        default -> reply("c" + random.nextInt(2), at);
                    });
        }
        return Leads.state(ACME, "lead" + person + "@example.com", random.nextInt(6) == 0, List.of(), contributions);
    }

    private static void assertAgrees(LeadIndex subject, Map<String, LeadState> model, Random random, long seed) {
        var ranked = model.values().stream()
                .filter(state -> state.points() > 0 && !state.disqualified())
                .sorted(Comparator.comparingDouble((LeadState state) -> Score.massOf(state))
                        .reversed()
                        .thenComparing(LeadState::leadEmail))
                .toList();
        int n = ranked.size();
        int limit = 1 + random.nextInt(20);
        var pages = allPages(subject, limit);
        assertThat(pages.stream().map(lead -> lead.state().leadEmail()).toList())
                .as("seed %d", seed)
                .isEqualTo(ranked.stream().map(LeadState::leadEmail).toList());
        var ranking = subject.list(ACME, Optional.empty(), _ -> true, 1);
        assertThat(ranking.scoredLeads()).as("seed %d", seed).isEqualTo(n);
        if (n == 0) {
            assertThat(ranking.thresholdLead()).as("seed %d", seed).isEmpty();
            return;
        }
        double threshold = Score.massOf(ranked.get((n + 9) / 10 - 1));
        assertThat(ranking.thresholdLead().orElseThrow().massLog2())
                .as("seed %d", seed)
                .isEqualTo(threshold);
        for (var state : model.values()) {
            boolean hot = !state.disqualified()
                    && state.signalled()
                    && state.points() > 0
                    && Score.massOf(state) >= threshold;
            assertThat(subject.find(ACME, state.leadEmail()).orElseThrow().hot())
                    .as("seed %d, %s", seed, state.leadEmail())
                    .isEqualTo(hot);
        }
    }

    private static List<LeadIndex.Lead> allPages(LeadIndex subject, int limit) {
        var all = new ArrayList<LeadIndex.Lead>();
        Optional<LeadIndex.Place> after = Optional.empty();
        while (true) {
            var page = subject.list(ACME, after, _ -> true, limit).leads();
            all.addAll(page);
            if (page.size() < limit) {
                return all;
            }
            after = Optional.of(page.getLast().place());
        }
    }

    /** Who is reported is hot at that moment and was not before, also where another lead's event moved the threshold. */
    @Test
    void reportsEveryCrossingOnceAndNothingElse() {
        for (long seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            var found = new ArrayList<LeadIndex.Crossing>();
            var subject = new LeadIndex(TENTH, () -> NOW, found::add);
            subject.startWatching();
            var reported = new HashSet<String>();
            Set<String> hotBefore = Set.of();
            int people = 1 + random.nextInt(60);
            for (int step = 0; step < 400; step++) {
                var state = randomState(random, random.nextInt(people));
                found.clear();
                subject.accept(state.key(), state);
                var hotNow = hot(subject);
                for (var crossing : found) {
                    var email = crossing.state().leadEmail();
                    assertThat(hotNow).as("seed %d", seed).contains(email);
                    assertThat(hotBefore).as("seed %d", seed).doesNotContain(email);
                    reported.add(email);
                }
                // Whoever is hot has been reported at some time.
                assertThat(reported).as("seed %d, step %d", seed, step).containsAll(hotNow);
                hotBefore = hotNow;
            }
        }
    }

    private static Set<String> hot(LeadIndex subject) {
        var emails = new HashSet<String>();
        subject.list(ACME, Optional.empty(), LeadIndex.Lead::hot, 1_000)
                .leads()
                .forEach(lead -> emails.add(lead.state().leadEmail()));
        return emails;
    }

    @Test
    void whatIsHotWhenWatchingBeginsIsNotReported() {
        accept(Leads.state(ACME, "ada@example.com", false, reply("c", NOW)));
        index.startWatching();
        accept(Leads.state(ACME, "ada@example.com", false, reply("c", NOW), click("c", NOW, 1)));

        assertThat(crossings).isEmpty();
    }

    @Test
    void aCrossingIsReportedAgainOnlyAfterADeepFallOrAWeek() {
        index.startWatching();
        accept(lead("ada", 100));
        assertThat(reportedSince()).containsExactly("ada@example.com");

        accept(lead("bob", 105));
        accept(lead("ada", 106));
        assertThat(reportedSince()).as("ada fell to 95 % of the threshold only").containsExactly("bob@example.com");

        accept(lead("bob", 200));
        accept(lead("ada", 201));
        assertThat(reportedSince())
                .as("ada fell to half of the threshold, bob had not")
                .containsExactly("ada@example.com");

        accept(lead("bob", 202));
        assertThat(reportedSince()).as("bob was shortly below").isEmpty();
        now = NOW.plus(Duration.ofDays(7));
        accept(lead("ada", 203));
        accept(lead("bob", 204));
        assertThat(reportedSince()).containsExactly("ada@example.com", "bob@example.com");
    }

    private List<String> reportedSince() {
        var emails =
                crossings.stream().map(crossing -> crossing.state().leadEmail()).toList();
        crossings.clear();
        return emails;
    }

    private static LeadState lead(String name, int points) {
        return Leads.state(
                ACME, name + "@example.com", false, Leads.contribution(EventType.REPLY_RECEIVED, "c", NOW, points, 1));
    }

    private void accept(LeadState state) {
        index.accept(state.key(), state);
    }
}
