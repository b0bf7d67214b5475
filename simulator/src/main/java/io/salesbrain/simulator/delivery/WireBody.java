package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.oddity.BrokenBodies;
import io.salesbrain.simulator.oddity.Oddity;
import io.salesbrain.simulator.world.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** An event written down: {@code json} is what it says, {@code bytes} what goes over the wire, which is the same unless it broke on the way. */
@SuppressWarnings("ArrayRecordComponent") // Nobody changes the bytes, nobody compares them, and copies would be long.
record WireBody(String json, byte[] bytes) {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    /** Escapes carry what UTF-8 cannot: half a surrogate pair. */
    private static final ObjectMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static WireBody of(Outgoing event, ObjectNode body, long seed) {
        boolean escape = event.oddity().filter(Oddity.ODD_UNICODE::equals).isPresent();
        String json = write(escape ? ESCAPING : PLAIN, body);
        if (event.oddity().filter(Oddity.BROKEN_BODY::equals).isPresent()) {
            RandomGenerator random = Seeds.random(seed, 33, event.sequence());
            return new WireBody(json, BrokenBodies.of(json, random));
        }
        return new WireBody(json, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String write(ObjectMapper mapper, ObjectNode body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON could not be written down.", e);
        }
    }
}
