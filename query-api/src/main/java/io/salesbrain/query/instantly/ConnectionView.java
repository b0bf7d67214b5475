package io.salesbrain.query.instantly;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.connection.ConnectionStatus;
import io.salesbrain.query.api.Known;
import io.salesbrain.query.api.Says;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a connection stands. */
@Says("How the connection to a workspace at Instantly stands.")
record ConnectionView(
        @Says("Whose it is.") OrganizationId organizationId,
        @Says("Whether there is one.") boolean connected,

        @Says("Instantly's id of the workspace; left out without a connection.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<String> workspaceId,

        @Says("Its name; left out without a connection.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Known<String> workspaceName,

        @Says("The workspace of an agency's customer, if any; left out without a connection.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<String> subWorkspace,

        @Says("The key's last characters, to tell it by; left out without a connection.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Known<String> apiKeyHint,

        @Says("Since when; left out without a connection.") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Instant connectedAt,

        @Says("active, disabled, missing or unknown.") String webhook,
        @Says("Where Instantly posts to.") @Nullable String webhookUrl,

        @Says("What keeps events from coming, each in a sentence.")
        List<String> missing) {
    static ConnectionView of(OrganizationId organization, ConnectionStatus status) {
        var connection = status.connection();
        return new ConnectionView(
                organization,
                connection.isPresent(),
                connection.map(one -> new Known<>(one.workspaceId())).orElse(null),
                connection.map(one -> new Known<>(one.workspaceName())).orElse(null),
                connection.map(one -> new Known<>(one.subWorkspace())).orElse(null),
                connection.map(one -> new Known<>(one.keyHint())).orElse(null),
                connection.map(InstantlyConnection::connectedAt).orElse(null),
                status.webhook(),
                status.webhookUrl().orElse(null),
                status.missing());
    }
}
