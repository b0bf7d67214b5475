package io.salesbrain.instantly.client;

import java.util.stream.Stream;

/** An integer of Instantly's: one we know the meaning of, or a new one, which is kept as it is and is no error. */
public sealed interface Code<E extends Enum<E> & Coded> {
    record Known<E extends Enum<E> & Coded>(E value) implements Code<E> {
        @Override
        public int code() {
            return value.code();
        }

        @Override
        public String label() {
            return value.label();
        }
    }

    record Unknown<E extends Enum<E> & Coded>(int code) implements Code<E> {
        @Override
        public String label() {
            return "unknown_" + code;
        }
    }

    int code();

    String label();

    default boolean is(E value) {
        return code() == value.code();
    }

    static <E extends Enum<E> & Coded> Code<E> of(Class<E> type, int code) {
        return Stream.of(type.getEnumConstants())
                .filter(value -> value.code() == code)
                .findFirst()
                .<Code<E>>map(Known::new)
                .orElseGet(() -> new Unknown<>(code));
    }
}
