package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Something about an account or a campaign that somebody should look at. One alert is open per cause; it is written
 * again when it becomes more serious, when its numbers change, and when it is over.
 *
 * @param alertId the same from opening to end; the same cause later has another
 * @param account empty where it is about a campaign, and the other way round
 * @param changedAt when its numbers were last computed
 * @param escalatedAt when it became critical; null if it never did
 * @param resolvedAt null while the cause lasts
 * @param measure null for what is not a matter of rates
 * @param times how often the account's error came, or how many e-mails it has sent on the day; 0 for rates
 * @param limit of e-mails a day, where that is what it is about
 */
public record Alert(
        OrganizationId organizationId,
        String alertId,
        AlertKind kind,
        AlertLevel level,
        String account,
        String campaignId,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant resolvedAt,
        @Nullable AlertEnding ending,
        @Nullable AlertMeasure measure,
        long times,
        @Nullable Long limit) {

    private static final int ID_BYTES = 12;

    /** The id of what opens now. */
    public static String id(
            OrganizationId organization, AlertKind kind, String account, String campaignId, Instant openedAt) {
        try {
            var about =
                    String.join("\u0000", organization.value(), kind.label(), account, campaignId, openedAt.toString());
            var digest = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In the alerts topic, and of what people say of it. */
    public static String key(OrganizationId organization, String alertId) {
        return organization + "/" + alertId;
    }

    public String key() {
        return key(organizationId, alertId);
    }

    @JsonIgnore
    public boolean isResolved() {
        return resolvedAt != null;
    }
}
