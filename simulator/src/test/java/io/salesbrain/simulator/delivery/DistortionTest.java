package io.salesbrain.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.oddity.Oddities;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.payload.Payloads;
import io.salesbrain.simulator.scenario.Scenario;
import io.salesbrain.simulator.scenario.ScriptedEvent;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each oddity over a whole history: what it changes, what it leaves, and how often it comes. */
class DistortionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 7;
    private static final List<Outgoing> STORY = story();

    @Test
    void nastyHabitsShowEveryOddityAndEachEventHasOneAtMost() throws InterruptedException {
        List<Outgoing> told = distorted(Oddities.ALL);
        Set<Oddity> seen = EnumSet.noneOf(Oddity.class);
        told.forEach(event -> event.oddity().ifPresent(seen::add));
        assertThat(seen).containsExactlyInAnyOrder(Oddity.values());
        Set<Long> sequences = new HashSet<>();
        assertThat(told).allMatch(event -> sequences.add(event.sequence()));
        assertThat(told.stream().filter(event -> event.sequence() >= 0)).hasSameSizeAs(STORY);
        long odd = told.stream().filter(event -> event.oddity().isPresent()).count();
        assertThat(odd).isBetween(told.size() / 10L, told.size() / 2L);
    }

    @Test
    void theSameSeedMakesTheSameEventsOdd() throws InterruptedException {
        List<Outgoing> once = distorted(Oddities.BELIEVABLE);
        assertThat(distorted(Oddities.BELIEVABLE)).isEqualTo(once);
        assertThat(once.stream().filter(event -> event.oddity().isPresent()).count())
                .isBetween(1L, STORY.size() / 20L);
    }

    @Test
    void punctualEventsAndThoseOfPerfectHabitsStayAsTheyAre() throws InterruptedException {
        assertThat(distorted(Habits.PERFECT.oddities())).isEqualTo(STORY);
        List<Outgoing> told = new ArrayList<>();
        Outgoing first = STORY.getFirst();
        Outgoing punctual = new Outgoing(1, first.eventType(), first.campaignId(), first.body(), true);
        new Distortion(into(told), Oddities.always(Oddity.values()), SEED).tell(punctual);
        assertThat(told).containsExactly(punctual);
    }

    @ParameterizedTest
    @EnumSource
    void anOddityLeavesTheEventItStartedFromAlone(Oddity oddity) throws InterruptedException {
        List<JsonNode> before =
                STORY.stream().<JsonNode>map(event -> event.body().deepCopy()).toList();
        List<Outgoing> odd = distorted(Oddities.always(oddity)).stream()
                .filter(event -> event.oddity().isPresent())
                .toList();
        assertThat(odd).isNotEmpty();
        assertThat(STORY.stream().<JsonNode>map(Outgoing::body).toList()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsBrokenIsNoStrictJson(Oddity oddity) throws InterruptedException {
        for (Outgoing event : distorted(Oddities.always(oddity))) {
            if (event.oddity().isPresent()) {
                byte[] bytes = WireBody.of(event, event.body(), SEED).bytes();
                assertThat(StrictReader.reads(bytes))
                        .as("%s", new String(bytes, 0, Math.min(300, bytes.length), StandardCharsets.UTF_8))
                        .isEqualTo(oddity != Oddity.BROKEN_BODY);
                assertThat(bytes.length > 1 << 20).isEqualTo(oddity == Oddity.OVERSIZED_HTML);
            }
        }
    }

    @Test
    void clocksAreWrongByDaysMinutesOrAYear() throws InterruptedException {
        Instant now = Instant.now();
        assertThat(shifts(Oddity.OLD_TIMESTAMP))
                .allMatch(by -> by.compareTo(Duration.ofDays(-1)) <= 0
                        && by.compareTo(Duration.ofDays(-30)) >= 0
                        && by.toMillis() % Duration.ofDays(1).toMillis() == 0);
        assertThat(shifts(Oddity.CLOCK_A_YEAR_AHEAD)).containsOnly(Duration.ofDays(366));
        assertThat(distorted(Oddities.always(Oddity.CLOCK_MINUTES_AHEAD)))
                .map(event -> Duration.between(now, time(event)))
                .allMatch(ahead -> ahead.compareTo(Duration.ofSeconds(50)) > 0)
                .anyMatch(ahead -> ahead.compareTo(Duration.ofMinutes(4)) < 0)
                .anyMatch(ahead -> ahead.compareTo(Duration.ofMinutes(6)) > 0);
    }

    @Test
    void stepsComeAsTextAsNumbersWithAFractionOfZeroAndAsTriples() throws InterruptedException {
        Set<String> kinds = new HashSet<>();
        for (Outgoing event : distorted(Oddities.always(Oddity.OTHER_STEPS))) {
            JsonNode step = event.body().path("step");
            if (event.oddity().isPresent()) {
                boolean triple = step.asText().matches("0_[0-3]_[0-2]");
                kinds.add(triple ? event.body().has("variant") ? "triple besides" : "triple" : step.getNodeType() + "");
                assertThat(triple || step.asInt() >= 1).isTrue();
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder("triple", "triple besides", "STRING", "NUMBER");
    }

    @Test
    void variablesThatCollideNeverHideWhatTellsTheEventFromOthers() throws InterruptedException {
        for (Outgoing event : distorted(Oddities.always(Oddity.COLLIDING_VARIABLES))) {
            Outgoing original = STORY.get((int) event.sequence());
            for (String field : List.of("timestamp", "event_type", "workspace", "campaign_id", "lead_email")) {
                assertThat(event.body().path(field)).isEqualTo(original.body().path(field));
            }
        }
    }

    private static List<Duration> shifts(Oddity oddity) throws InterruptedException {
        return distorted(Oddities.always(oddity)).stream()
                .map(event -> Duration.between(time(STORY.get((int) event.sequence())), time(event)))
                .toList();
    }

    private static Instant time(Outgoing event) {
        return Instant.parse(event.body().path("timestamp").asText());
    }

    private static List<Outgoing> distorted(Oddities oddities) throws InterruptedException {
        List<Outgoing> told = new ArrayList<>();
        Distortion distortion = new Distortion(into(told), oddities, SEED);
        for (Outgoing event : STORY) {
            distortion.tell(event);
        }
        return told;
    }

    private static EventSink into(List<Outgoing> told) {
        return new EventSink() {
            @Override
            public void tell(Outgoing event) {
                told.add(event);
            }

            @Override
            public boolean awaitQuiet(Duration atMost) {
                return true;
            }
        };
    }

    private static List<Outgoing> story() {
        Organization organization = World.generate(42, 1, 120).organizations().getFirst();
        Payloads payloads = new Payloads(organization);
        List<ScriptedEvent> events = new Scenario(organization, Instant.parse("2026-06-17T13:20:00Z"))
                .history()
                .events();
        Stream<Outgoing> story = events.stream().map(event -> {
            ObjectNode body = payloads.render(event, event.moment().at());
            String type = body.path("event_type").asText();
            return new Outgoing(event.sequence(), type, body.path("campaign_id").asText(), body, false);
        });
        return story.toList();
    }

    /** What a careful receiver takes for JSON. */
    private static final class StrictReader {
        private static final int DEEPEST = 32;

        private StrictReader() {}

        static boolean reads(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                return false;
            }
            try {
                JsonNode read = JSON.reader()
                        .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readTree(text);
                return read.isObject() && depth(read) <= DEEPEST;
            } catch (JsonProcessingException e) {
                return false;
            }
        }

        private static int depth(JsonNode node) {
            int deepest = 0;
            for (JsonNode child : node) {
                deepest = Math.max(deepest, depth(child));
            }
            return node.isContainerNode() ? deepest + 1 : deepest;
        }
    }
}
