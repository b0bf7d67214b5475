package io.salesbrain.instantly.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.events.Timestamps;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads an object of Instantly's: fields it does not have are as good as null, fields it has besides are no error, and a
 * field of another kind than described counts as missing.
 */
record Fields(JsonNode node) {
    /** Empty when it is missing. */
    String text(String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    Optional<String> optionalText(String field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    /** 0 when it is missing. */
    long count(String field) {
        return node.path(field).isNumber() ? node.path(field).longValue() : 0;
    }

    OptionalInt number(String field) {
        var value = node.path(field);
        return value.isNumber() && value.canConvertToInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    Optional<BigDecimal> decimal(String field) {
        return node.path(field).isNumber() ? Optional.of(node.path(field).decimalValue()) : Optional.empty();
    }

    boolean flag(String field) {
        return node.path(field).asBoolean();
    }

    Optional<Instant> time(String field) {
        return Timestamps.parse(text(field));
    }

    Fields object(String field) {
        return new Fields(node.path(field));
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        node.path(field).forEach(element -> texts.add(element.asText()));
        return texts;
    }

    <E extends Enum<E> & Coded> Code<E> code(String field, Class<E> type) {
        return optionalCode(field, type).orElseGet(() -> new Code.Unknown<>(Integer.MIN_VALUE));
    }

    <E extends Enum<E> & Coded> Optional<Code<E>> optionalCode(String field, Class<E> type) {
        var number = number(field);
        return number.isPresent() ? Optional.of(Code.of(type, number.getAsInt())) : Optional.empty();
    }
}
