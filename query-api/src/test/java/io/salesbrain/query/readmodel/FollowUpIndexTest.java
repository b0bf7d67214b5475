package io.salesbrain.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Addressee;
import io.salesbrain.events.FollowUp;
import io.salesbrain.events.FollowUpDecision;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpState;
import io.salesbrain.events.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpIndexTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId RIVAL = new OrganizationId("rival");
    private static final Instant NOW = Instant.parse("2026-03-04T12:34:56Z");

    private static final List<FollowUpState> STATES =
            List.of(FollowUpState.SCHEDULED, FollowUpState.DUE, FollowUpState.EXPIRED, FollowUpState.CANCELLED);

    private final List<FollowUpItem> due = new ArrayList<>();
    private FollowUpIndex index = new FollowUpIndex(due::add);

    static FollowUp followUp(OrganizationId organization, int lead, String id, FollowUpState state, Instant dueAt) {
        return new FollowUp(
                organization,
                id,
                "lead" + lead + "@example.com",
                "c1",
                FollowUpReason.OPENED,
                state,
                dueAt,
                NOW,
                null,
                state == FollowUpState.DUE ? NOW : null,
                NOW,
                NOW,
                null,
                new Addressee(null, null, null, null, null, "en"));
    }

    private void put(FollowUp followUp) {
        index.accept(followUp.key(), followUp);
    }

    private void decide(String id, FollowUpState state) {
        var decision = new FollowUpDecision(ACME, id, state, NOW);
        index.decide(decision.key(), decision);
    }

    private List<String> open(OrganizationId organization) {
        return ids(index.list(organization, FollowUpIndex.OPEN, _ -> true, Optional.empty(), 100));
    }

    private static List<String> ids(List<FollowUpItem> items) {
        return items.stream().map(item -> item.followUp().followUpId()).toList();
    }

    @Test
    void whatBecomesDueIsToldOnceAndNotOfThePast() {
        put(followUp(ACME, 1, "past", FollowUpState.DUE, NOW));
        index.startWatching();
        put(followUp(ACME, 1, "past", FollowUpState.DUE, NOW.plusSeconds(1)));
        put(followUp(ACME, 2, "new", FollowUpState.SCHEDULED, NOW));
        put(followUp(ACME, 2, "new", FollowUpState.DUE, NOW));
        put(followUp(ACME, 2, "new", FollowUpState.DUE, NOW.plusSeconds(9)));
        decide("done", FollowUpState.DONE);
        put(followUp(ACME, 3, "done", FollowUpState.DUE, NOW));
        assertThat(ids(due)).containsExactly("new");
    }

    @Test
    void aDecisionCountsWhicheverComesFirstAndTenantsAreApart() {
        decide("b", FollowUpState.DISMISSED);
        for (var organization : List.of(ACME, RIVAL)) {
            put(followUp(organization, 1, "a", FollowUpState.DUE, NOW));
            put(followUp(organization, 2, "b", FollowUpState.DUE, NOW));
        }
        decide("a", FollowUpState.DONE);
        assertThat(open(ACME)).isEmpty();
        assertThat(open(RIVAL)).containsExactly("a", "b");
        assertThat(index.next(ACME, "lead1@example.com")).isEmpty();
        assertThat(index.next(RIVAL, "lead1@example.com")).isPresent();
        assertThat(index.find(ACME, "a").map(FollowUpItem::state)).contains(FollowUpState.DONE);
    }

    @Test
    void ofWhatIsClosedTheLatestAreRemembered() {
        for (int i = 0; i < FollowUpIndex.MOST_CLOSED + 10; i++) {
            put(followUp(ACME, i, "f" + i, FollowUpState.EXPIRED, NOW.plusSeconds(i)));
        }
        assertThat(index.find(ACME, "f9")).isEmpty();
        assertThat(index.find(ACME, "f10")).isPresent();
    }

    /** Against a plain map: any changes, any filter, any page. */
    @Test
    void listsAgreeWithAPlainModel() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            index = new FollowUpIndex(due::add);
            var model = new HashMap<String, FollowUp>();
            var decisions = new HashMap<String, FollowUpState>();
            for (int i = 0; i < 200; i++) {
                change(random, model, decisions);
            }
            var states = EnumSet.of(STATES.get(random.nextInt(STATES.size())), FollowUpState.DONE);
            var expected = model.values().stream()
                    .filter(each -> states.contains(decisions.getOrDefault(each.followUpId(), each.state())))
                    .sorted(Comparator.comparing(FollowUp::dueAt).thenComparing(FollowUp::followUpId))
                    .map(FollowUp::followUpId)
                    .toList();
            assertThat(pages(states)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    private void change(Random random, Map<String, FollowUp> model, Map<String, FollowUpState> decisions) {
        int lead = random.nextInt(20);
        var id = lead + "-" + random.nextInt(3);
        if (random.nextInt(5) == 0) {
            var state = random.nextBoolean() ? FollowUpState.DONE : FollowUpState.DISMISSED;
            decide(id, state);
            decisions.put(id, state);
            return;
        }
        var state = STATES.get(random.nextInt(STATES.size()));
        var followUp = followUp(ACME, lead, id, state, NOW.plus(Duration.ofHours(random.nextInt(10))));
        boolean withdrawn = random.nextInt(6) == 0;
        index.accept(followUp.key(), withdrawn ? null : followUp);
        if (withdrawn) {
            model.remove(followUp.key());
        } else {
            model.put(followUp.key(), followUp);
        }
    }

    private List<String> pages(EnumSet<FollowUpState> states) {
        var found = new ArrayList<String>();
        FollowUpItem.@Nullable Place after = null;
        while (true) {
            var page = index.list(ACME, states, _ -> true, Optional.ofNullable(after), 3);
            if (page.isEmpty()) {
                return found;
            }
            found.addAll(ids(page));
            after = page.getLast().place();
        }
    }
}
