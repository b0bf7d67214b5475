package io.salesbrain.classifier.model;

import io.salesbrain.classifier.features.FeatureVector;
import io.salesbrain.classifier.features.Features;
import io.salesbrain.classifier.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Fixed texts whose features are hashed. A model knows the hash of the features it was trained with, so a program whose
 * cleaning or features came out differently refuses it instead of answering nonsense.
 */
public final class Golden {
    private static final String RESOURCE = "golden-texts.txt";

    private Golden() {}

    /** The hash over the features of all golden texts. */
    public static String sha256() {
        Sha256 sha = new Sha256();
        for (String text : texts()) {
            FeatureVector features = Features.of(VisibleText.ofBody(text));
            ByteBuffer bytes = ByteBuffer.allocate(features.size() * 8);
            for (int i = 0; i < features.size(); i++) {
                bytes.putInt(features.ids()[i]).putFloat(features.weights()[i]);
            }
            sha.add(bytes.array());
        }
        return sha.hex();
    }

    /** The texts, one per line of the resource, with Java's escapes. */
    public static List<String> texts() {
        try (InputStream in = Objects.requireNonNull(
                Golden.class.getResourceAsStream("/io/salesbrain/classifier/" + RESOURCE), RESOURCE + " is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Golden::unescaped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** Java's own escapes, and the one it lacks: \\u for halves of surrogate pairs. */
    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at = line.indexOf("\\u"); at >= 0; at = line.indexOf("\\u", from)) {
            out.append(line.substring(from, at).translateEscapes());
            out.append((char) Integer.parseInt(line.substring(at + 2, at + 6), 16));
            from = at + 6;
        }
        return out.append(line.substring(from).translateEscapes()).toString();
    }
}
