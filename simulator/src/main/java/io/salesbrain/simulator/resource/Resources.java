package io.salesbrain.simulator.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Opens the module's resources; one that is missing is a fault of the build and says so. */
public final class Resources {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Resources() {}

    public static String text(String name) {
        try (InputStream stream = Resources.class.getResourceAsStream("/io/salesbrain/simulator/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The simulator's resource " + name + " is missing.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's resource " + name + " cannot be read.", e);
        }
    }

    public static <T> T json(String name, TypeReference<T> type) {
        try {
            return JSON.readValue(text(name), type);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator's resource " + name + " is not what it should be.", e);
        }
    }
}
