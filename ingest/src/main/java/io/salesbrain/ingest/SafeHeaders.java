package io.salesbrain.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that may be kept beside a quarantined delivery: none that could open a door, none without end. */
final class SafeHeaders {
    private static final int MAX_HEADERS = 64;
    private static final int MAX_VALUE_LENGTH = 1024;
    private static final List<String> SUSPICIOUS =
            List.of("auth", "cookie", "secret", "token", "key", "password", "credential", "session", "signature");

    private SafeHeaders() {}

    static Map<String, String> of(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> isSafe(header.getKey()))
                .limit(MAX_HEADERS)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, header -> shortened(header.getValue())));
    }

    private static boolean isSafe(String name) {
        var lowerCase = name.toLowerCase(Locale.ROOT);
        return SUSPICIOUS.stream().noneMatch(lowerCase::contains);
    }

    private static String shortened(String value) {
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH);
    }
}
