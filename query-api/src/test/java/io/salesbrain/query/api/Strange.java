package io.salesbrain.query.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.query.ApiServer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values as nobody expects them, and some as everybody does. */
final class Strange {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e999",
            "null",
            "ada@example.com",
            "ADA@EXAMPLE.COM ",
            "a b",
            "a/b",
            "a\nb",
            "\u0000",
            "\u202Eabc",
            "\uD83D\uDE00",
            "e\u0301\u0301\u0301",
            "\uFEFFx",
            "'; --",
            "<script>",
            "%",
            "{{first_name}}",
            "{{",
            "x".repeat(400),
            "x".repeat(1_200),
            "2026-02-30T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "2026-03-01");

    private final Random random;

    Strange(Random random) {
        this.random = random;
    }

    String text() {
        return pick(TEXTS);
    }

    /** With nothing at its end a path would be another one. */
    String segment() {
        var text = text();
        return text.isEmpty() ? "-" : text;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String key(Sample sample) {
        return pick(List.of("", "sbk_of-nobody", sample.owner.webhookSecret(), sample.owner.apiKey(), ApiServer.ADMIN));
    }

    String mediaType() {
        return pick(List.of("text/plain", "application/json; charset=utf-16", "multipart/form-data", "x"));
    }

    /** In half of all cases one that is described. */
    String value(Parameter parameter) {
        var schema = parameter.schema();
        if (random.nextBoolean()) {
            return text();
        }
        if (schema.get("enum") instanceof List<?> values) {
            return String.valueOf(values.get(random.nextInt(values.size())));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Integer.toString(random.nextInt(130) - 5);
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "number" -> random.nextInt(10_000) + ".5";
            default -> "date-time".equals(schema.get("format")) ? "2026-03-01T00:00:00Z" : text();
        };
    }

    /** The example, changed in a place or two; or something else altogether. */
    byte[] body(JsonNode document, JsonNode content) {
        var example = content.path("example");
        if (random.nextInt(8) == 0 || !(example instanceof ObjectNode)) {
            var text = example.isTextual() && random.nextBoolean()
                    ? example.asText()
                    : pick(List.of(
                            "", "[]", "7", "{", "{\"a\":1,\"a\":2}", "[".repeat(2_000), "\"x\"", "null", "{}\n{}"));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(4) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) 0xFF;
            }
            return bytes;
        }
        ObjectNode body = example.deepCopy();
        var fields =
                document.at(content.at("/schema/$ref").asText().substring(1)).path("properties").properties().stream()
                        .toList();
        for (int i = random.nextInt(3); i > 0; i--) {
            change(body, pick(fields));
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void change(ObjectNode body, Map.Entry<String, JsonNode> field) {
        var name = field.getKey();
        switch (random.nextInt(8)) {
            case 0 -> body.remove(name);
            case 1 -> body.putNull(name);
            case 2 -> body.put(name, random.nextInt());
            case 3 -> body.put(name, new BigDecimal("1e400"));
            case 4 -> body.putArray(name).add(text());
            case 5 -> body.putObject(name).put("a", text());
            case 6 -> body.set(name, likely(field.getValue()));
            default -> body.put(name, text());
        }
    }

    private JsonNode likely(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        var nodes = JsonNodeFactory.instance;
        return switch (schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText()) {
            case "integer" -> nodes.numberNode(random.nextInt(100));
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            default -> nodes.textNode("some text");
        };
    }

    /** A lone surrogate cannot be sent; all else can. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
