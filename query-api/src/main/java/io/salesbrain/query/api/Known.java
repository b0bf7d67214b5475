package io.salesbrain.query.api;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A field that belongs here, whether its value is known or not: shown as null then. Where the field itself does not belong,
 * there is no Known, and it is left out.
 */
public record Known<T>(@JsonValue @Nullable T value) {}
