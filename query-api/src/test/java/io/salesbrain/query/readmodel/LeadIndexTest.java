package io.salesbrain.query.readmodel;

import static io.salesbrain.query.Leads.HALF_LIFE_MS;
import static io.salesbrain.query.Leads.click;
import static io.salesbrain.query.Leads.open;
import static io.salesbrain.query.Leads.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.Contribution;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ScoreSettingsBook;
import io.salesbrain.query.Leads;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LeadIndexTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LeadIndex index = new LeadIndex(new ScoreSettingsBook());

    @Test
    void anUnknownOrganizationHasNoLeadsAndNoThreshold() {
        var ranking = index.list(ACME, LeadQuery.first(10), NOW);

        assertThat(ranking.leads()).isEmpty();
        assertThat(ranking.threshold()).isEmpty();
        assertThat(ranking.scoredLeads()).isZero();
    }

    @Test
    void aScoreIsTheSumOfWhatItsContributionsAreWorth() {
        var contributions = List.of(
                open("c", NOW.minus(Duration.ofDays(3)), 0.25),
                click("c", NOW.minus(Duration.ofDays(40)), 0.9),
                reply("c", NOW.plus(Duration.ofDays(2))));
        accept(Leads.state(ACME, "ada@example.com", false, List.of(), contributions));

        var lead = index.find(ACME, "ada@example.com", NOW).orElseThrow();

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
        var lead = index.find(ACME, "ada@example.com", NOW).orElseThrow();

        assertThat(lead.scoreAt(Instant.parse("0001-01-01T00:00:00Z"))).isFinite();
        assertThat(lead.scoreAt(Instant.parse("9999-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void opensOnlyAreNeverHot() {
        accept(Leads.state(ACME, "ada@example.com", false, open("c", NOW, 1)));

        assertThat(index.find(ACME, "ada@example.com", NOW).orElseThrow().hot()).isFalse();
        assertThat(index.list(ACME, LeadQuery.first(10), NOW).threshold()).isPresent();
    }

    @Test
    void pointsNobodyIsLikelyToHaveCausedCountAsALeadWithScoreZero() {
        accept(Leads.state(ACME, "ada@example.com", false, click("c", NOW, 0)));
        var ranking = index.list(ACME, LeadQuery.first(10), NOW);

        assertThat(ranking.scoredLeads()).isEqualTo(1);
        assertThat(ranking.leads().getFirst().scoreAt(NOW)).isZero();
    }

    @Test
    void aTombstoneRemovesALead() {
        var state = Leads.state(ACME, "ada@example.com", false, reply("c", NOW));
        accept(state);
        index.accept(state.key(), null);

        assertThat(index.find(ACME, "ada@example.com", NOW)).isEmpty();
        assertThat(index.list(ACME, LeadQuery.first(10), NOW).scoredLeads()).isZero();
    }

    /** Random changes, each time compared with the definition in the specification read word by word. */
    @Test
    void agreesWithTheDefinition() {
        for (long seed = 1; seed <= 25; seed++) {
            var random = new Random(seed);
            var subject = new LeadIndex(new ScoreSettingsBook());
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
        double threshold = n == 0 ? Double.POSITIVE_INFINITY : Score.massOf(ranked.get((n + 9) / 10 - 1));
        for (var query : queries(limit)) {
            assertThat(allPages(subject, query).stream()
                            .map(lead -> lead.state().leadEmail())
                            .toList())
                    .as("seed %d, %s", seed, query)
                    .isEqualTo(ranked.stream()
                            .filter(state -> query.campaignId()
                                    .map(state.campaignIds()::contains)
                                    .orElse(true))
                            .filter(state -> query.hot()
                                    .map(wanted -> wanted == isHot(state, threshold))
                                    .orElse(true))
                            .map(LeadState::leadEmail)
                            .toList());
        }
        var ranking = subject.list(ACME, LeadQuery.first(1), NOW);
        assertThat(ranking.scoredLeads()).as("seed %d", seed).isEqualTo(n);
        if (n == 0) {
            assertThat(ranking.threshold()).as("seed %d", seed).isEmpty();
            return;
        }
        assertThat(ranking.threshold().orElseThrow())
                .as("seed %d", seed)
                .isEqualTo(Score.at(threshold, HALF_LIFE_MS, NOW));
        for (var state : model.values()) {
            assertThat(subject.find(ACME, state.leadEmail(), NOW).orElseThrow().hot())
                    .as("seed %d, %s", seed, state.leadEmail())
                    .isEqualTo(isHot(state, threshold));
        }
    }

    private static boolean isHot(LeadState state, double threshold) {
        return !state.disqualified() && state.signalled() && state.points() > 0 && Score.massOf(state) >= threshold;
    }

    private static List<LeadQuery> queries(int limit) {
        var all = LeadQuery.first(limit);
        var queries = new ArrayList<LeadQuery>();
        for (var query : List.of(all, all.ofCampaign("c0"), all.ofCampaign("c1"), all.ofCampaign("none"))) {
            queries.add(query);
            queries.add(query.hot(true));
            queries.add(query.hot(false));
        }
        return queries;
    }

    private static List<LeadIndex.Lead> allPages(LeadIndex subject, LeadQuery first) {
        var all = new ArrayList<LeadIndex.Lead>();
        var query = first;
        while (true) {
            var page = subject.list(ACME, query, NOW).leads();
            all.addAll(page);
            if (page.size() < query.limit()) {
                return all;
            }
            query = query.after(page.getLast().place());
        }
    }

    /** While pages are read, leads move, come and go: who did none of it is on exactly one page, in order. */
    @Test
    void pagesNeitherRepeatNorSkipWhoDidNotMove() {
        Seeds.forEach(25, random -> {
            var subject = new LeadIndex(new ScoreSettingsBook());
            int people = 20 + random.nextInt(300);
            for (int person = 0; person < people; person++) {
                var state = randomState(random, person);
                subject.accept(state.key(), state);
            }
            var still = new HashSet<String>();
            allPages(subject, LeadQuery.first(100))
                    .forEach(lead -> still.add(lead.state().leadEmail()));
            var shown = new ArrayList<LeadIndex.Lead>();
            var query = LeadQuery.first(1 + random.nextInt(20));
            while (true) {
                var page = subject.list(ACME, query, NOW).leads();
                shown.addAll(page);
                if (page.size() < query.limit()) {
                    break;
                }
                query = query.after(page.getLast().place());
                for (int moves = random.nextInt(10); moves > 0; moves--) {
                    var state = randomState(random, random.nextInt(people + 20));
                    subject.accept(state.key(), state);
                    still.remove(state.leadEmail());
                }
            }
            var order = shown.stream()
                    .filter(lead -> still.contains(lead.state().leadEmail()))
                    .toList();
            assertThat(order).extracting(lead -> lead.state().leadEmail()).containsExactlyInAnyOrderElementsOf(still);
            assertThat(order)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(LeadIndex.Lead::massLog2).reversed());
        });
    }

    @Test
    void aLeadThatLeavesACampaignsListLeavesNothingBehind() {
        var state = Leads.state(ACME, "ada@example.com", false, reply("c0", NOW));
        accept(state);
        accept(Leads.state(ACME, "ada@example.com", true, reply("c0", NOW)));

        var listing = index.list(ACME, LeadQuery.first(10).ofCampaign("c0"), NOW);

        assertThat(listing.leads()).isEmpty();
        assertThat(listing.scoredLeads()).isZero();
    }

    private void accept(LeadState state) {
        index.accept(state.key(), state);
    }
}
