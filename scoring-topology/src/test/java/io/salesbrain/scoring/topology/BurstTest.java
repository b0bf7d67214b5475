package io.salesbrain.scoring.topology;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadState;
import io.salesbrain.events.Watermark;
import io.salesbrain.scoring.lead.BurstMarks;
import io.salesbrain.testkit.EventFixture;
import io.salesbrain.testkit.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A burst over several leads is seen when it is over; the score of the first of them follows, in any order. */
class BurstTest {
    private static final double PERSON = 0.9;
    private static final double MACHINE = 0.3;

    private final Map<String, LeadState> latest = new HashMap<>();
    private TestTopology topology;

    @BeforeEach
    void start() {
        topology = new TestTopology(MemoryLimits.DEFAULT);
        latest.clear();
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void colleaguesWhoAllLookAtOnceAreAMachine() {
        opens(2, "kundin.example", Duration.ofHours(5)).forEach(topology::send);
        assertThat(humanOf("lead-0@kundin.example")).isGreaterThan(PERSON);
        topology.send(opens(3, "kundin.example", Duration.ofHours(5)).getLast());
        for (int lead = 0; lead < 3; lead++) {
            assertThat(humanOf("lead-" + lead + "@kundin.example")).isLessThan(MACHINE);
        }
    }

    @Test
    void usersOfAFreeMailProviderHaveNothingInCommon() {
        opens(9, "gmail.com", Duration.ofHours(5)).forEach(topology::send);
        for (int lead = 0; lead < 9; lead++) {
            assertThat(humanOf("lead-" + lead + "@gmail.com")).isGreaterThan(PERSON);
        }
    }

    @Test
    void tenLeadsOfOneMailboxAtOnceAreAMachine() {
        for (int lead = 0; lead < 9; lead++) {
            sendAndOpen("lead@company-" + lead + ".example");
        }
        assertThat(humanOf("lead@company-0.example")).isGreaterThan(PERSON);
        sendAndOpen("lead@company-9.example");
        for (int lead = 0; lead < 10; lead++) {
            assertThat(humanOf("lead@company-" + lead + ".example")).isLessThan(MACHINE);
        }
    }

    @Test
    void manySendsAtOnceAreNoBurst() {
        for (int lead = 0; lead < 40; lead++) {
            var address = "lead-" + lead + "@kundin.example";
            topology.send(happened(EventType.EMAIL_SENT).lead(address).event());
            topology.send(open(address, Duration.ofHours(3).plusSeconds(20L * lead)));
        }
        for (int lead = 0; lead < 40; lead++) {
            assertThat(humanOf("lead-" + lead + "@kundin.example")).isGreaterThan(PERSON);
        }
    }

    @Test
    void otherOrganizationsDoNotMatter() {
        opens(2, "kundin.example", Duration.ofHours(5)).forEach(topology::send);
        topology.send(happened(EventType.EMAIL_OPENED)
                .organization("other")
                .lead("lead-2@kundin.example")
                .after(Duration.ofHours(5))
                .event());
        assertThat(humanOf("lead-0@kundin.example")).isGreaterThan(PERSON);
    }

    @Test
    void theWatermarkComesBehindWhatABurstChanged() {
        opens(5, "kundin.example", Duration.ofHours(5)).forEach(topology::send);
        topology.driver.advanceWallClockTime(Duration.ofMillis(200));
        var records = topology.leads.readValuesToList();
        assertThat(records).last().isEqualTo(new Watermark(0, 10, 0));
        assertThat(records.stream().filter(Watermark.class::isInstance)).hasSize(1);
    }

    @Test
    void anyOrderAndAnyDuplicatesGiveTheSameLeadsAndRates() {
        var marked = new AtomicInteger();
        Seeds.forEach(5, random -> {
            var events = crowd(random);
            events.forEach(topology::send);
            var states = states();
            var rates = topology.bucketsOf("acme");
            marked.addAndGet(marked());
            for (int turn = 0; turn < 2; turn++) {
                stop();
                start();
                var shuffled = new ArrayList<>(events);
                shuffled.addAll(events.subList(0, events.size() / 4));
                Collections.shuffle(shuffled, random);
                shuffled.forEach(event -> {
                    topology.send(event);
                    if (random.nextInt(5) == 0) {
                        topology.driver.advanceWallClockTime(Duration.ofSeconds(random.nextInt(3_000)));
                    }
                });
                assertThat(states()).isEqualTo(states);
                assertThat(topology.bucketsOf("acme")).isEqualTo(rates);
            }
            stop();
            start();
        });
        assertThat(marked).as("leads in bursts").hasValueGreaterThan(10);
    }

    /** A week's delay is remembered; beyond it nothing is compared any more, and what was found stays. */
    @Test
    void afterAWeekNothingMoreIsCompared() {
        opens(4, "kundin.example", Duration.ofHours(5)).forEach(topology::send);
        topology.driver.advanceWallClockTime(Duration.ofDays(6));
        topology.send(opens(5, "kundin.example", Duration.ofHours(5)).getLast());
        assertThat(humanOf("lead-4@kundin.example")).isLessThan(MACHINE);
        topology.driver.advanceWallClockTime(Duration.ofDays(8));
        topology.driver.advanceWallClockTime(Duration.ofDays(1));
        topology.send(opens(6, "kundin.example", Duration.ofHours(5)).getLast());
        assertThat(humanOf("lead-5@kundin.example")).isGreaterThan(MACHINE);
        assertThat(humanOf("lead-0@kundin.example")).isLessThan(MACHINE);
        assertThat(seen()).isLessThanOrEqualTo(2);
    }

    /** Mails to so many leads of a domain, and their opens in one second. */
    private static List<Event> opens(int leads, String domain, Duration after) {
        var events = new ArrayList<Event>();
        for (int lead = 0; lead < leads; lead++) {
            var address = "lead-" + lead + "@" + domain;
            events.add(happened(EventType.EMAIL_SENT).lead(address).event());
            events.add(open(address, after.plusMillis(100L * lead)));
        }
        return events;
    }

    private void sendAndOpen(String lead) {
        topology.send(happened(EventType.EMAIL_SENT).lead(lead).event());
        topology.send(open(lead, Duration.ofHours(5)));
    }

    private static Event open(String lead, Duration after) {
        return happened(EventType.EMAIL_OPENED).lead(lead).after(after).event();
    }

    /** Many leads of two companies and of one mailbox within a minute, many of them within the same seconds. */
    private static List<Event> crowd(Random random) {
        var events = new HashMap<String, Event>();
        int leads = 4 + random.nextInt(40);
        for (int i = 0; i < 5 * leads; i++) {
            int lead = random.nextInt(leads);
            var type = switch (random.nextInt(6)) {
                case 0 -> EventType.EMAIL_SENT;
                case 1, 2 -> EventType.EMAIL_CLICKED;
                default -> EventType.EMAIL_OPENED;
            };
            var event = EventFixture.happened(type)
                    .lead("lead-" + lead + "@company-" + lead % 2 + ".example")
                    .account(random.nextInt(5) == 0 ? "" : "sender" + random.nextInt(2) + "@acme.example")
                    .step(1 + random.nextInt(2), 1)
                    .after(Duration.ofMillis(
                            type == EventType.EMAIL_SENT ? 0 : 3_600_000L + 50L * random.nextInt(1_200)))
                    .event();
            events.put(event.eventId(), event);
        }
        return new ArrayList<>(events.values());
    }

    private double humanOf(String lead) {
        states();
        return Objects.requireNonNull(latest.get("acme/lead/" + lead))
                .contributions()
                .getFirst()
                .human();
    }

    /** The latest state of each lead; its version tells how often it changed on the way, which is no part of it. */
    private Map<String, LeadState> states() {
        topology.leads.readKeyValuesToList().forEach(record -> {
            if (record.value instanceof LeadState state) {
                latest.put(record.key, state.withVersion(0));
            }
        });
        return Map.copyOf(latest);
    }

    /** How many leads were told of a burst. */
    private int marked() {
        var histories = Objects.requireNonNull(
                topology.driver.<String, Remembered>getKeyValueStore(Stores.HISTORIES_BY_SUBJECT));
        int number = 0;
        try (var all = histories.all()) {
            while (all.hasNext()) {
                var bursts = all.next().value.memory().atHand().bursts();
                number += bursts.equals(BurstMarks.NONE) ? 0 : 1;
            }
        }
        return number;
    }

    private long seen() {
        var store = Objects.requireNonNull(
                topology.driver.<String, SeenLeads>getKeyValueStore(Stores.SEEN_BY_CIRCLE_AND_SECOND));
        long number = 0;
        try (var all = store.all()) {
            while (all.hasNext()) {
                all.next();
                number++;
            }
        }
        return number;
    }
}
