package io.salesbrain.simulator.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.scenario.Scenario;
import io.salesbrain.simulator.scenario.ScriptedEvent;
import io.salesbrain.simulator.world.Organization;
import io.salesbrain.simulator.world.World;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shapes that real payloads were seen to have, field by field. */
class PayloadsTest {
    private static final Instant ORIGIN = Instant.parse("2026-06-17T13:20:00Z");
    private static final Set<String> BASE = Set.of(
            "timestamp:STRING", "event_type:STRING", "workspace:STRING", "campaign_id:STRING", "campaign_name:STRING");
    private static final Set<String> POSITION = Set.of("step:NUMBER", "variant:NUMBER");
    private static final Set<String> LOOK =
            Set.of("lead_email:STRING", "email:STRING", "email_account:STRING", "unibox_url:NULL");
    private static final Set<String> REPLY =
            Set.of("reply_subject:STRING", "reply_text:STRING", "reply_html:STRING", "reply_text_snippet:STRING");
    private static final Set<String> MAIL = Set.of(
            "lead_email:STRING",
            "email_account:STRING",
            "is_first:BOOLEAN",
            "email_subject:STRING",
            "email_html:STRING");
    private static final Set<String> COLUMNS = Set.of(
            "email:STRING",
            "firstName:STRING",
            "lastName:STRING",
            "companyName:STRING",
            "website:STRING",
            "phone:STRING",
            "personalization:STRING",
            "campaign:STRING",
            "jobTitle:STRING",
            "industry:STRING",
            "city:STRING");
    private static final Set<String> LABEL =
            all(List.of(BASE, Set.of("lead_email:STRING", "unibox_url:NULL"), POSITION, REPLY));
    private static final Set<String> RECEIVED =
            all(List.of(BASE, MAIL, POSITION, COLUMNS, REPLY, Set.of("unibox_url:STRING", "email_id:STRING")));

    private static final Map<String, Set<Set<String>>> SHAPES = Map.ofEntries(
            Map.entry("email_sent", Set.of(all(List.of(BASE, MAIL, POSITION, COLUMNS, Set.of("unibox_url:NULL"))))),
            Map.entry("email_opened", Set.of(all(List.of(BASE, LOOK, POSITION, Set.of("is_first:BOOLEAN"))))),
            Map.entry("link_clicked", Set.of(all(List.of(BASE, LOOK, POSITION)))),
            Map.entry("email_bounced", Set.of(all(List.of(BASE, LOOK, POSITION)))),
            Map.entry("lead_unsubscribed", Set.of(all(List.of(BASE, LOOK, POSITION)))),
            Map.entry("reply_received", Set.of(RECEIVED)),
            Map.entry("auto_reply_received", Set.of(RECEIVED)),
            Map.entry(
                    "campaign_completed",
                    Set.of(BASE, all(List.of(BASE, Set.of("lead_email:STRING", "email:STRING"))))),
            Map.entry(
                    "account_error",
                    Set.of(Set.of(
                            "timestamp:STRING", "event_type:STRING", "workspace:STRING", "email_account:STRING"))));

    @Test
    void everyPayloadHasExactlyTheFieldsOfItsType() {
        Map<String, Set<Set<String>>> seen = new TreeMap<>();
        for (ObjectNode body : everything()) {
            String type = body.path("event_type").asText();
            seen.computeIfAbsent(type, any -> new HashSet<>()).add(shape(body));
        }
        Map<String, Set<Set<String>>> expected = new HashMap<>();
        seen.keySet().forEach(type -> expected.put(type, SHAPES.getOrDefault(type, Set.of(LABEL))));
        assertThat(seen)
                .isEqualTo(new TreeMap<>(expected))
                .containsKeys(SHAPES.keySet().toArray(String[]::new));
    }

    @Test
    void valuesAreWrittenAsInstantlyWritesThem() {
        for (ObjectNode body : everything()) {
            assertThat(body.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(UUID.fromString(body.path("workspace").asText()).version())
                    .isEqualTo(4);
            if (body.has("step")) {
                assertThat(body.path("step").isInt()).isTrue();
                assertThat(body.path("step").intValue()).isBetween(1, 4);
                assertThat(body.path("variant").intValue()).isBetween(1, 3);
            }
            if (body.has("email_id")) {
                assertThat(UUID.fromString(body.path("email_id").asText()).version())
                        .isEqualTo(7);
                assertThat(body.path("unibox_url").asText())
                        .startsWith("https://app.instantly.ai/app/unibox?thread_search=thread:")
                        .endsWith("&selected_wks=" + body.path("workspace").asText());
            }
        }
    }

    @Test
    void isFirstIsSaidOncePerLeadAndType() {
        Map<String, Integer> firsts = new HashMap<>();
        for (ObjectNode body : everything()) {
            if (body.path("is_first").asBoolean()) {
                firsts.merge(
                        body.path("event_type") + " " + body.path("lead_email") + body.path("campaign_id"),
                        1,
                        Integer::sum);
            }
        }
        assertThat(firsts).isNotEmpty();
        assertThat(firsts.values()).containsOnly(1);
    }

    @Test
    void theTruthNeverTravelsInThePayload() {
        for (ObjectNode body : everything()) {
            assertThat(body.properties())
                    .noneMatch(field -> Set.of("category", "actor", "human", "event_id", "url", "esp_code")
                            .contains(field.getKey()));
        }
    }

    private static List<ObjectNode> everything() {
        return World.generate(42).organizations().stream()
                .flatMap(PayloadsTest::bodies)
                .toList();
    }

    private static Stream<ObjectNode> bodies(Organization organization) {
        Payloads payloads = new Payloads(organization);
        List<ScriptedEvent> events =
                new Scenario(organization, ORIGIN).history().events();
        return events.stream()
                .map(event -> payloads.render(event, event.moment().at()));
    }

    /** A phone number a list leaves out is null; for the shape that is the same column. */
    private static Set<String> shape(ObjectNode body) {
        return body.properties().stream()
                .map(field -> field.getKey() + ":" + type(field.getKey(), field.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String type(String name, JsonNode value) {
        return name.equals("phone") ? "STRING" : value.getNodeType().name();
    }

    private static Set<String> all(Collection<Set<String>> parts) {
        return parts.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
