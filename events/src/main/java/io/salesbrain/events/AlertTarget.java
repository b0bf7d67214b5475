package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an organization wants to be told of alerts and hot leads.
 *
 * @param secret that deliveries are signed with, as the organization got it
 * @param disabledAt when it was given up; null while it works
 */
public record AlertTarget(
        OrganizationId organizationId,
        String targetId,
        String name,
        Kind kind,
        String url,
        String secret,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable String disabledBecause) {
    /** What it understands. */
    public enum Kind {
        /** The object the API shows, signed. */
        WEBHOOK,
        /** A text, as incoming webhooks of Slack and of those that copy it take. */
        SLACK;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }

        @JsonCreator
        static Kind parse(String label) {
            return ofLabel(label).orElseThrow(() -> new IllegalArgumentException("no target of alerts is a " + label));
        }
    }

    public String key() {
        return organizationId + "/" + targetId;
    }

    public AlertTarget disabled(Instant at, String because) {
        return new AlertTarget(organizationId, targetId, name, kind, url, secret, createdAt, at, because);
    }
}
