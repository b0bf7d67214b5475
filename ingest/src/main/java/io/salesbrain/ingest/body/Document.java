package io.salesbrain.ingest.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a body is, taken as one JSON document. */
public sealed interface Document {
    /** One well-formed object, which need not be read again. */
    record One(Unit.Read object) implements Document {}

    /** A well-formed array; its elements are read from the body again, one by one. */
    record Many() implements Document {}

    /** One object above the limit. */
    record TooLarge() implements Document {}

    /** Well-formed, but neither an object nor an array. */
    record OtherJson() implements Document {}

    record Malformed(String detail) implements Document {}

    /** Reads a body to its end and judges it. */
    static Document of(Spool body) throws IOException {
        var inMemory = body.inMemory().map(Bytes::trimmed);
        if (inMemory.isPresent() && inMemory.get().startsWith('{')) {
            return ofObject(inMemory.get());
        }
        try (var in = body.open()) {
            var reader = new ValueReader(in);
            return switch (reader.peek()) {
                case '{' -> ofObject(reader);
                case '[' -> ofArray(reader);
                default -> ofScalar(body);
            };
        } catch (MalformedJson e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** By far the most frequent: a single event, which lies in memory in one piece. */
    private static Document ofObject(Bytes object) {
        try {
            var json = StrictJson.DOCUMENT
                    .readObject(object)
                    .orElseThrow(() -> new IllegalStateException("it begins with a brace"));
            return new One(new Unit.Read(0, object, json));
        } catch (MalformedJson e) {
            return new Malformed(String.valueOf(e.getMessage()));
        }
    }

    /** One from a file: itself above the limit, or with many blanks around it. */
    private static Document ofObject(ValueReader reader) throws IOException, MalformedJson {
        var object = reader.readValue(0);
        reader.requireEnd();
        return switch (object) {
            case Unit.Whole whole -> ofObject(whole.bytes());
            case Unit.TooLarge _ -> new TooLarge();
            case Unit.Read read -> new One(read);
        };
    }

    private static Document ofArray(ValueReader reader) throws IOException, MalformedJson {
        reader.enterArray();
        int index = 0;
        for (var element = reader.nextElement(index); element.isPresent(); element = reader.nextElement(++index)) {
            // One above the limit is set aside by its hash, and not looked into.
            if (element.get() instanceof Unit.Whole whole) {
                var _ = StrictJson.ELEMENT.readObject(whole.bytes());
            }
        }
        return new Many();
    }

    private static Document ofScalar(Spool body) throws MalformedJson {
        var bytes = body.inMemory().orElseThrow(() -> new MalformedJson("a single value of more than 1 MiB"));
        var _ = StrictJson.DOCUMENT.readObject(bytes);
        return new OtherJson();
    }

    /** The elements of a body that was judged to be {@link Many}. */
    static Elements elements(InputStream body) throws IOException {
        return new Elements(body);
    }

    final class Elements {
        private final ValueReader reader;
        private int index;

        private Elements(InputStream body) throws IOException {
            this.reader = new ValueReader(body);
            try {
                reader.enterArray();
            } catch (MalformedJson e) {
                throw new IllegalStateException("the body was judged to be an array before", e);
            }
        }

        public Optional<Unit> next() throws IOException {
            try {
                return reader.nextElement(index++);
            } catch (MalformedJson e) {
                throw new IllegalStateException("the array was judged to be well-formed before", e);
            }
        }
    }
}
