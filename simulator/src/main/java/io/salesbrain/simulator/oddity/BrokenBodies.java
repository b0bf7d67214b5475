package io.salesbrain.simulator.oddity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What arrives when something between sender and receiver goes wrong: never JSON that a strict reader takes. */
public final class BrokenBodies {
    private static final int TOO_DEEP = 40;

    private BrokenBodies() {}

    /** @param json a JSON object with at least one field */
    public static byte[] of(String json, RandomGenerator random) {
        String opened = json.substring(0, json.length() - 1);
        return switch (random.nextInt(6)) {
            case 0 -> bytes(json.substring(0, json.length() / 2));
            case 1 -> bytes("[object Object]");
            case 2 -> bytes(opened + ",\"event_type\":\"email_sent\",\"event_type\":\"email_opened\"}");
            case 3 -> bytes(opened + ",\"tags\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP) + "}");
            case 4 -> notUtf8(opened);
            default -> bytes("<html><body>502 Bad Gateway</body></html>");
        };
    }

    private static byte[] notUtf8(String opened) {
        byte[] body = bytes(opened + ",\"city\":\"K?ln\"}");
        byte[] latin = Arrays.copyOf(body, body.length);
        latin[latin.length - 5] = (byte) 0xF6;
        return latin;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
