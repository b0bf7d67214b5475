package io.salesbrain.standalone.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** How a file holds its payloads, and what a place in it is called. */
enum PayloadKind {
    LINES("line"),
    ARRAY("element"),
    OBJECT("object");

    /** A single object is shorter. */
    static final int LOOK_BYTES = 1 << 20;

    private static final int MANY_LINES = 3;

    private final String placeName;

    PayloadKind(String placeName) {
        this.placeName = placeName;
    }

    String placeName() {
        return placeName;
    }

    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static PayloadKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Judges a file by how it begins.
     *
     * @param isWhole whether the head is the whole file
     */
    static PayloadKind of(byte[] head, boolean isWhole, String fileName) {
        int start = 0;
        while (start < head.length && Chunks.isBlank(head[start])) {
            start++;
        }
        if (start < head.length && head[start] == '[') {
            return ARRAY;
        }
        if (start == head.length || head[start] != '{' || isObject(line(head, start))) {
            return LINES;
        }
        if (isWhole) {
            return isObject(head) ? OBJECT : LINES;
        }
        if (looksLikeOneLongObject(head, start)) {
            throw new ReplayException(
                    fileName
                            + " begins like one JSON object of more than 1 MiB; payloads come as lines, an array or one object of at most that.");
        }
        return LINES;
    }

    /** So that a long document of some other kind does not end up in quarantine line by line. */
    private static boolean looksLikeOneLongObject(byte[] head, int start) {
        int lines = 0;
        for (int from = start; from < head.length && lines <= MANY_LINES; lines++) {
            var line = line(head, from);
            if (isObject(line)) {
                return false;
            }
            from += line.length + 1;
        }
        return lines > MANY_LINES;
    }

    private static byte[] line(byte[] head, int from) {
        int end = from;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(head, from, end);
    }

    private static boolean isObject(byte[] text) {
        try {
            var parsed = Json.STRICT.readTree(text);
            return parsed != null && parsed.isObject();
        } catch (IOException | NumberFormatException _) {
            return false;
        }
    }

    Payloads open(InputStream in, long position, long taken, String fileName) {
        return switch (this) {
            case LINES -> new Lines(in, position);
            case ARRAY -> new Elements(in, position, taken, fileName);
            case OBJECT -> new SingleObject(in, position);
        };
    }
}
