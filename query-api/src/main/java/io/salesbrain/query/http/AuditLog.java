package io.salesbrain.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.salesbrain.events.AuditEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.tenancy.Principal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down who changed what. The door of every route does so, and no route can forget it. */
public final class AuditLog {
    private static final int MOST_DETAILS = 20;
    private static final int LONGEST_DETAIL = 120;
    private static final String CUT_OFF = "…";

    /** Fields whose value is nobody's to read here: what opens something, and what people wrote to each other. */
    private static final Set<String> UNTOLD =
            Set.of("api_key", "secret", "webhook_secret", "key", "token", "url", "text", "html", "body");

    private static final String BODY = "salesbrain.body";
    private static final String INSTALLATION = "installation";

    private final LogWriter log;
    private final InstantSource clock;

    public AuditLog(LogWriter log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Keeps what the body says until the change is made. */
    static void keep(Context ctx, JsonNode object) {
        ctx.attribute(BODY, object);
    }

    /** Returns when the log has it: a change is answered for only when it is written down who made it. */
    void note(Context ctx, Principal principal, Optional<OrganizationId> organization) throws InterruptedException {
        var key = principal instanceof Principal.OrganizationKey found ? found : null;
        var owner = organization.orElse(null);
        var entry = new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor(principal),
                key == null ? null : key.credentialId(),
                key == null ? null : key.memberId().orElse(null),
                owner,
                ctx.method() + " " + ctx.endpoint().path,
                ctx.path(),
                ctx.statusCode(),
                details(ctx.attribute(BODY)),
                Headers.requestId(ctx));
        log.appendAndWait(Topics.AUDIT, owner == null ? INSTALLATION : owner.value(), entry);
    }

    /** Who it was, for people to read. */
    public static String actor(Principal principal) {
        return switch (principal) {
            case Principal.Admin() -> "admin";
            case Principal.OrganizationKey key -> key.name().isEmpty() ? key.credentialId() : key.name();
            case Principal.WebhookSecret secret -> secret.credentialId();
        };
    }

    private static Map<String, String> details(@Nullable JsonNode body) {
        var details = new LinkedHashMap<String, String>();
        if (body != null) {
            for (var field : body.properties()) {
                if (details.size() < MOST_DETAILS) {
                    details.put(
                            cut(field.getKey()), UNTOLD.contains(field.getKey()) ? CUT_OFF : told(field.getValue()));
                }
            }
        }
        return details;
    }

    private static String told(JsonNode value) {
        return cut(value.isTextual() ? value.textValue() : value.toString());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + CUT_OFF;
    }
}
