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

    byte[] array() {
        return array;
    }

    /** The text, if these bytes are UTF-8 without a fault. */
    public Optional<String> utf8() {
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
