package io.salesbrain.ingest.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Some bytes as they were sent; nobody changes them. */
public final class Bytes {
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes the array over; the caller lets go of it. */
    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes copyOf(byte[] array, int length) {
        return new Bytes(Arrays.copyOf(array, length));
    }

    public int length() {
        return array.length;
    }

    boolean startsWith(char ascii) {
        return array.length > 0 && array[0] == ascii;
    }

    byte[] array() {
        return array;
    }

    /** The text, if these bytes are UTF-8 without a fault. */
    public Optional<String> utf8() {
        var text = new String(array, StandardCharsets.UTF_8);
        // Each fault becomes a replacement character; where there is none, there was no fault.
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : utf8Strictly();
    }

    /** Slower: tells a replacement character that was sent from one that stands for a fault. */
    private Optional<String> utf8Strictly() {
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            return Optional.of(decoder.decode(ByteBuffer.wrap(array)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Without the blanks around them. */
    Bytes trimmed() {
        int start = 0;
        int end = array.length;
        while (start < end && Blanks.isBlank(array[start])) {
            start++;
        }
        while (end > start && Blanks.isBlank(array[end - 1])) {
            end--;
        }
        return end - start == array.length ? this : of(Arrays.copyOfRange(array, start, end));
    }

    /** These bytes, or as many from their start. */
    public Bytes head(int maxLength) {
        return array.length <= maxLength ? this : copyOf(array, maxLength);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(array);
    }

    public String sha256() {
        return HexFormat.of().formatHex(newSha256().digest(array));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
