package io.salesbrain.instantly.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts small secrets with AES-256-GCM. A sealed text names its version and its key, so that keys can be changed: the
 * first key of the ring seals, all of them open.
 */
public final class KeyRing {
    /** Shorter ones could be guessed. */
    public static final int LEAST_CHARACTERS = 32;

    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;

    private record Key(String id, SecretKey secret) {}

    private final List<Key> keys;
    private final SecureRandom random = new SecureRandom();

    private KeyRing(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @param setting one key, or several with commas between them, the one to seal with first */
    public static KeyRing of(String setting) {
        var keys = new ArrayList<Key>();
        for (var text : setting.split(",")) {
            var key = text.strip();
            if (key.length() < LEAST_CHARACTERS) {
                throw new IllegalArgumentException(
                        "a connection key has at least " + LEAST_CHARACTERS + " characters, best random ones");
            }
            keys.add(derive(key));
        }
        return new KeyRing(keys);
    }

    private static Key derive(String text) {
        try {
            var derivation = KDF.getInstance("HKDF-SHA256");
            var extract = HKDFParameterSpec.ofExtract().addIKM(text.getBytes(StandardCharsets.UTF_8));
            var id = derivation.deriveData(extract.thenExpand(info("id"), ID_BYTES));
            var secret = derivation.deriveKey("AES", extract.thenExpand(info("key"), KEY_BYTES));
            return new Key(HexFormat.of().formatHex(id), secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK of this version has HKDF", e);
        }
    }

    private static byte[] info(String purpose) {
        return ("salesbrain connection " + VERSION + " " + purpose).getBytes(StandardCharsets.US_ASCII);
    }

    /** @param context what the secret is for: it opens with the same context only */
    public String seal(String plain, String context) {
        var key = keys.getFirst();
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return VERSION + "." + key.id() + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** @throws CannotUnseal when it was sealed with a key that is not in the ring, or is damaged */
    public String open(String sealed, String context) {
        var parts = sealed.split("\\.");
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new CannotUnseal("A stored key is written in a way this version does not know.");
        }
        var key = keys.stream()
                .filter(one -> one.id().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new CannotUnseal("A stored key was sealed with connection key " + parts[1]
                        + ", which this process was not given; see SALESBRAIN_CONNECTION_KEY."));
        try {
            var all = Base64.getUrlDecoder().decode(parts[2]);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), context);
            return new String(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotUnseal("A stored key is damaged or belongs to somebody else.");
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A stored secret that cannot be read. */
    public static final class CannotUnseal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotUnseal(String message) {
            super(message);
        }
    }

    @Override
    public String toString() {
        return "KeyRing(" + keys.stream().map(Key::id).toList() + ", keys hidden)";
    }
}
