package io.salesbrain.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.LeadColumns.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadColumnsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static Delivery delivery(int minute, String raw) {
        return new Delivery(NOON.plusSeconds(60L * minute), "e" + minute, raw);
    }

    private static SequencedMap<String, String> columns(String... raw) {
        return LeadColumns.of(IntStream.range(0, raw.length)
                .mapToObj(i -> delivery(i, raw[i]))
                .toList());
    }

    @Test
    void whateverIsNotInstantlysOwnIsAColumnAsSent() {
        assertThat(columns("""
                        {"event_type":"email_opened","step":"Discovery","Step":"Discovery","employees":250,"rate":1.50,
                         "customer":false,"phone":null,"tags":["a", {"b":[]}],"Größe":"X\\u004c","":"nameless"}"""))
                .containsExactly(
                        entry("Step", "\"Discovery\""),
                        entry("employees", "250"),
                        entry("rate", "1.50"),
                        entry("customer", "false"),
                        entry("phone", "null"),
                        entry("tags", "[\"a\", {\"b\":[]}]"),
                        entry("Größe", "\"X\\u004c\""),
                        entry("", "\"nameless\""));
    }

    @ParameterizedTest
    @EnumSource(PayloadField.class)
    void aReservedNameIsNoColumn(PayloadField field) {
        boolean shown = field == PayloadField.EMAIL;
        assertThat(columns("{\"" + field.label() + "\":\"x\"}")).hasSize(shown ? 1 : 0);
    }

    @Test
    void campaignIsAColumn() {
        assertThat(columns("{\"campaign\":\"c9\",\"campaign_id\":\"c1\"}"))
                .containsExactly(entry("campaign", "\"c9\""));
    }

    @Test
    void theNewestValueWinsAndAColumnOnceSeenStays() {
        assertThat(columns("{\"a\":1,\"b\":1}", "{\"b\":2,\"c\":2}", "{\"event_type\":\"email_opened\"}", ""))
                .containsExactly(entry("b", "2"), entry("c", "2"), entry("a", "1"));
        assertThat(columns("{\"phone\":\"1\"}", "{\"phone\":null}")).containsExactly(entry("phone", "null"));
    }

    @Test
    void aLongValueIsShownByItsBeginning() throws JsonProcessingException {
        for (var letter : List.of("a", "ä", "€", "\ud83d\ude00", "\\u0041")) {
            for (var raw : List.of("\"%s\"", "[\"%s\"]")) {
                var value = columns("{\"x\":" + raw.formatted(letter.repeat(3000)) + "}")
                        .firstEntry()
                        .getValue();
                var shown = Json.MAPPER.readValue(value, String.class);
                assertThat(shown).endsWith("…");
                assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2045, 2048);
            }
        }
        assertThat(columns("{\"x\":\"\\ud800" + "a".repeat(3000) + "\"}").get("x"))
                .startsWith("\"?aaa");
        var fitting = "\"" + "a".repeat(2048) + "\"";
        assertThat(columns("{\"x\":" + fitting + "}")).containsExactly(entry("x", fitting));
        assertThat(columns("{\"x\":" + "9".repeat(5000) + "}").get("x"))
                .startsWith("\"999")
                .endsWith("9…\"");
    }

    @Test
    void thereIsAnEndOfColumnsAndOfNames() {
        var many =
                IntStream.range(0, 300).mapToObj(i -> "\"c" + i + "\":" + i).collect(Collectors.joining(",", "{", "}"));
        assertThat(columns("{\"old\":1}", many))
                .hasSize(200)
                .containsKey("c199")
                .doesNotContainKeys("c200", "old");
        assertThat(columns("{\"" + "n".repeat(257) + "\":1,\"" + "n".repeat(256) + "\":2}"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeReadShowsNothing() {
        assertThat(columns("[1]", "7", "nothing", "")).isEmpty();
    }

    @Test
    void theOrderOfDeliveriesDoesNotMatterAndTheLatestSaysWhatHolds() throws JsonProcessingException {
        long seed = Long.getLong("salesbrain.seed", new Random().nextLong());
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var deliveries = Stream.generate(() -> random(random)).limit(8).toList();
            var columns = LeadColumns.of(deliveries);
            var shuffled = new ArrayList<>(deliveries);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(deliveries.subList(0, 3));
            assertThat(List.copyOf(LeadColumns.of(shuffled).entrySet()))
                    .as("-Dsalesbrain.seed=%d", seed)
                    .isEqualTo(List.copyOf(columns.entrySet()));
            assertThat(parsed(columns)).as("-Dsalesbrain.seed=%d", seed).isEqualTo(expected(deliveries));
        }
    }

    private static Delivery random(Random random) {
        var members = IntStream.range(0, 5)
                .filter(_ -> random.nextBoolean())
                .mapToObj(i -> "\""
                        + List.of("firstName", "step", "email", "tags", "campaign")
                                .get(i) + "\": "
                        + List.of("\"a\\\"]\"", "null", "[{\"x\":1}, 2]", "-1.5e3", "{}")
                                .get(random.nextInt(5)))
                .collect(Collectors.joining(" ,", "{", "}"));
        return new Delivery(NOON.plusSeconds(random.nextInt(4)), "e" + random.nextInt(1_000_000), members);
    }

    /** The rule said the other way round: from the oldest on, each overwrites. */
    private static Map<String, JsonNode> expected(List<Delivery> deliveries) throws JsonProcessingException {
        var oldestFirst = new ArrayList<>(deliveries);
        oldestFirst.sort(
                (a, b) -> a.at().equals(b.at()) ? a.eventId().compareTo(b.eventId()) : a.at().compareTo(b.at()));
        var columns = new HashMap<String, JsonNode>();
        for (var delivery : oldestFirst) {
            for (var member : Json.MAPPER.readTree(delivery.raw()).properties()) {
                columns.put(member.getKey(), member.getValue());
            }
        }
        columns.remove("step");
        return columns;
    }

    private static Map<String, JsonNode> parsed(Map<String, String> columns) throws JsonProcessingException {
        var parsed = new HashMap<String, JsonNode>();
        for (var column : columns.entrySet()) {
            parsed.put(column.getKey(), Json.MAPPER.readTree(column.getValue()));
        }
        return parsed;
    }
}
