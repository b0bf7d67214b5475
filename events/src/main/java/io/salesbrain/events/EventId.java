package io.salesbrain.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of an event. Instantly sends none, so it is a stable hash of what makes an event that event: the same
 * delivery seen twice has the same id, whatever else its body says.
 */
public final class EventId {
    private static final int BYTES = 16;

    private EventId() {}

    /**
     * The first 128 bits, in hex, of SHA-256 over the identity's parts, each length-prefixed so that no two different
     * identities read the same.
     */
    public static String of(OrganizationId organization, EventIdentity identity) {
        var digest = sha256();
        add(digest, organization.value());
        add(digest, identity.workspace());
        add(
                digest,
                identity.type() == EventType.CUSTOM
                        ? "custom:" + identity.name()
                        : identity.type().label());
        add(digest, identity.campaignId());
        add(digest, identity.leadEmail());
        add(digest, identity.account());
        add(digest, Long.toString(identity.sentAtMs()));
        add(digest, identity.emailId());
        var step = identity.step();
        add(digest, step.isStepKnown() ? step.sequence() + "_" + step.step() : "");
        add(digest, step.isVariantKnown() ? Integer.toString(step.variant()) : "");
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void add(MessageDigest digest, String part) {
        // A lone surrogate becomes '?', which is stable too.
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
