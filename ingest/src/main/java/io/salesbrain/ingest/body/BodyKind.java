package io.salesbrain.ingest.body;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a body is to be read, as its Content-Type says. */
public enum BodyKind {
    /** One JSON document: an object, or an array of them. */
    DOCUMENT,
    /** NDJSON: one object per line. */
    LINES,
    /** A document if it parses as one, else lines. */
    EITHER;

    private static final Set<String> LINE_TYPES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");

    /** Empty for a type, or a charset, that is not ours to read. */
    public static Optional<BodyKind> of(Optional<String> contentType) {
        if (contentType.isEmpty() || contentType.get().isBlank()) {
            return Optional.of(EITHER);
        }
        var parts = contentType.get().split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            if (!isReadableParameter(parts[i])) {
                return Optional.empty();
            }
        }
        var type = parts[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json") || isJsonSuffixed(type)) {
            return Optional.of(DOCUMENT);
        }
        if (LINE_TYPES.contains(type)) {
            return Optional.of(LINES);
        }
        return type.equals("text/plain") ? Optional.of(EITHER) : Optional.empty();
    }

    private static boolean isJsonSuffixed(String type) {
        return type.indexOf('/') > 0 && type.endsWith("+json") && !type.endsWith("/+json");
    }

    private static boolean isReadableParameter(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0 || !parameter.substring(0, equals).strip().equalsIgnoreCase("charset")) {
            return true;
        }
        var name = parameter.substring(equals + 1).strip();
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1);
        }
        try {
            return Charset.forName(name).equals(StandardCharsets.UTF_8);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return false;
        }
    }
}
