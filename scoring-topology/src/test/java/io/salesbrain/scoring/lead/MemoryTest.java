package io.salesbrain.scoring.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.BurstCircle;
import io.salesbrain.events.Counts;
import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However little is kept at hand: the same facts as from the whole history, in any order, each event known for good. */
class MemoryTest {
    private static final int CASES = 600;

    @Test
    void aShortMemoryAddsUpToTheSameFacts() {
        Seeds.forEach(CASES, random -> {
            var events = flooded(random);
            var whole = wholeHistory(events);
            var bursts = bursts(random);
            for (var burst : bursts) {
                whole = whole.with(whole.bursts().with(burst));
            }
            Collections.shuffle(events, random);
            var lead = new Lead(1 + random.nextInt(12));
            lead.learn(events.getFirst());
            var steps = new ArrayList<Runnable>();
            events.stream().skip(1).forEach(event -> steps.add(() -> lead.learn(event)));
            bursts.forEach(burst -> steps.add(() -> lead.mark(events.getFirst(), burst)));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);
            assertThat(lead.state()).isEqualTo(facts(events, whole).state());
            assertThat(lead.followUps()).isEqualTo(facts(events, whole).followUps());
            lead.sum.values().removeIf(Counts::isZero);
            var expected = facts(events, whole).counts().cells();
            expected.forEach((cell, counts) ->
                    assertThat(lead.sum.get(cell)).as(cell.toString()).isEqualTo(counts));
            assertThat(lead.sum).hasSameSizeAs(expected);
        });
    }

    @Test
    void everyEventIsKnownWhereverItLies() {
        Seeds.forEach(CASES / 10, random -> {
            var events = flooded(random);
            var lead = new Lead(1 + random.nextInt(12));
            events.forEach(lead::learn);
            assertThat(events).allMatch(event -> lead.memory.knows(Touch.of(event), lead.shelf));
        });
    }

    @Test
    void aFloodStaysOutOfTheWay() {
        var lead = new Lead(50);
        lead.learn(EventFixture.happened(EventType.EMAIL_SENT).event());
        for (int i = 1; i <= 5_000; i++) {
            lead.learn(EventFixture.happened(EventType.EMAIL_OPENED)
                    .after(Duration.ofSeconds(i))
                    .event());
            assertThat(lead.memory.atHand().touches()).hasSizeLessThanOrEqualTo(50);
        }
        assertThat(lead.shelf.touches.size() + lead.memory.atHand().touches().size())
                .isEqualTo(5_001);
        assertThat(lead.rereads).isZero();
    }

    @Test
    void whatMeansNothingButANumberIsLaidAsideWhole() {
        var memory = Memory.EMPTY;
        var shelf = new MapShelf();
        for (int i = 0; i < 100; i++) {
            var touch = Touch.of(EventFixture.happened(EventType.CAMPAIGN_PAUSED)
                    .lead("")
                    .after(Duration.ofMinutes(i))
                    .event());
            memory = memory.learn(touch, shelf, false, 10).memory();
            assertThat(memory.atHand().touches()).hasSizeLessThanOrEqualTo(10);
            assertThat(memory.knows(touch, shelf)).isTrue();
        }
    }

    @Test
    void eventsOfACampaignThatNameDifferentLeadsAreDifferent() {
        var one = EventFixture.happened(EventType.CAMPAIGN_PAUSED)
                .lead("a@kundin.example")
                .event();
        var other = EventFixture.happened(EventType.CAMPAIGN_PAUSED)
                .lead("b@kundin.example")
                .event();
        assertThat(one.eventId()).isNotEqualTo(other.eventId());
        assertThat(new History(List.of(Touch.of(one))).contains(Touch.of(other)))
                .isFalse();
    }

    /** One lead whose memory holds few touches at hand, and the sum of what it sent on. */
    private static final class Lead {
        private final int most;
        private final MapShelf shelf = new MapShelf();
        private final Map<CountTable.Cell, Counts> sum = new HashMap<>();
        private Memory memory = Memory.EMPTY;
        private @Nullable LeadFacts last;
        private int rereads;

        Lead(int most) {
            this.most = most;
        }

        void learn(Event event) {
            var touch = MemoryTest.touch(event);
            if (memory.knows(touch, shelf)) {
                throw new IllegalStateException("these events are distinct");
            }
            var learned = memory.learn(touch, shelf, true, most);
            rereads += learned.before().equals(memory.atHand()) ? 0 : 1;
            // As the store keeps it.
            memory = Memory.of(
                    HistoryCodec.decode(HistoryCodec.encode(learned.memory().atHand())),
                    learned.memory().asideFlags());
            take(event, learned);
        }

        void mark(Event any, Burst burst) {
            memory.mark(burst, shelf).ifPresent(learned -> {
                memory = learned.memory();
                take(any, learned);
            });
        }

        private void take(Event any, Memory.Learned learned) {
            var after = facts(any, learned.after());
            last = after;
            after.counts()
                    .minus(facts(any, learned.before()).counts())
                    .forEach((cell, delta) ->
                            sum.computeIfAbsent(cell, _ -> Counts.zero()).add(delta));
        }

        FollowUpBasis followUps() {
            return Objects.requireNonNull(last).followUps();
        }

        LeadState state() {
            return Objects.requireNonNull(last).state();
        }
    }

    private static final class MapShelf implements Shelf {
        private final List<Touch> touches = new ArrayList<>();

        @Override
        public boolean holds(Touch touch) {
            return touches.stream().anyMatch(touch::isSameEvent);
        }

        @Override
        public void put(Touch touch) {
            if (touches.contains(touch)) {
                throw new IllegalStateException("it lies here already: " + touch);
            }
            touches.add(touch);
        }

        @Override
        public void remove(Touch touch) {
            if (!touches.remove(touch)) {
                throw new IllegalStateException("it does not lie here: " + touch);
            }
        }

        @Override
        public List<Touch> all() {
            return List.copyOf(touches);
        }
    }

    /** A random history with more of the kinds that flood. */
    private static List<Event> flooded(Random random) {
        var events = new ArrayList<>(RandomHistories.ofOneLead(random, 1 + random.nextInt(30)));
        var ids = new HashSet<String>();
        events.forEach(event -> ids.add(event.eventId()));
        for (int i = random.nextInt(60); i > 0; i--) {
            var event = random.nextBoolean() ? RandomHistories.engagement(random) : hasty(random);
            if (ids.add(event.eventId())) {
                events.add(event);
            }
        }
        return events;
    }

    /** Many of these lie within seconds of each other, where neighbours matter. */
    private static Event hasty(Random random) {
        return EventFixture.happened(random.nextBoolean() ? EventType.EMAIL_CLICKED : EventType.EMAIL_OPENED)
                .step(1 + random.nextInt(2), random.nextInt(2))
                .account(random.nextInt(4) == 0 ? "" : "sender@acme.example")
                .after(Duration.ofMillis(100L * random.nextInt(300)))
                .event();
    }

    private static List<Burst> bursts(Random random) {
        var bursts = new ArrayList<Burst>();
        for (int i = random.nextInt(6); i > 0; i--) {
            bursts.add(new Burst(
                    random.nextBoolean() ? BurstCircle.DOMAIN : BurstCircle.ACCOUNT,
                    EventFixture.START.getEpochSecond() + random.nextInt(30),
                    1 + random.nextInt(3)));
        }
        return bursts;
    }

    /** Some sends tell of a gateway, always the same ones. */
    private static Touch touch(Event event) {
        var touch = Touch.of(event)
                .with(
                        event.reply() == null
                                ? null
                                : new Judgement(event.reply().text().hashCode(), null, null));
        return touch.type() == EventType.EMAIL_SENT && touch.atMs() % 3 == 0 ? telling(touch) : touch;
    }

    private static Touch telling(Touch touch) {
        return new Touch(
                touch.type(),
                touch.name(),
                touch.atMs(),
                touch.sentAtMs(),
                touch.workspace(),
                touch.campaignId(),
                touch.account(),
                touch.emailId(),
                touch.step(),
                2,
                touch.judgement());
    }

    private static History wholeHistory(List<Event> events) {
        return History.of(events.stream().map(MemoryTest::touch).toList());
    }

    private static LeadFacts facts(List<Event> events, History history) {
        return facts(events.getFirst(), history);
    }

    private static LeadFacts facts(Event any, History history) {
        return LeadFacts.of(any.organizationId(), any.leadEmail(), history, ScoreSettings.DEFAULT);
    }
}
