package io.salesbrain.events;

import org.jspecify.annotations.Nullable;

/**
 * Whom a suggested text speaks to, from the lead's columns; null where they do not say.
 *
 * @param language the text is written in: {@code de} or {@code en}
 * @param country ISO 3166, two letters
 */
public record Addressee(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String country,
        String language) {}
