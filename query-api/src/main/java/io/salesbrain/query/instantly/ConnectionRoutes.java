package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.connection.ConnectionStatus;
import io.salesbrain.instantly.connection.Connector;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An organization's connection. Its key goes in and never comes out again. */
final class ConnectionRoutes {
    private final Connector connector;

    ConnectionRoutes(Connector connector) {
        this.connector = connector;
    }

    void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var body = Body.of(ctx);
        var key = body.text("api_key");
        var subWorkspace = body.optionalText("sub_workspace");
        if (key.codePoints().anyMatch(c -> c <= ' ' || c > '~')) {
            throw ApiException.badField("api_key", "api_key has no blanks and nothing but ASCII.");
        }
        subWorkspace.filter(id -> !id.matches("[0-9A-Za-z-]{1,64}")).ifPresent(_ -> {
            throw ApiException.badField("sub_workspace", "sub_workspace is the id of a workspace.");
        });
        var status = Failures.told(() -> {
            try {
                return connector.connect(organization, key, subWorkspace);
            } catch (InstantlyException.Unauthorized e) {
                throw (ApiException) ApiException.badField("api_key", "Instantly does not know this api_key.")
                        .initCause(e);
            }
        });
        Answers.json(ctx, view(organization, status));
    }

    void get(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, view(organization, Failures.told(() -> connector.status(organization))));
    }

    void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        connector.disconnect(organization);
        ctx.status(204);
    }

    private static Map<String, @Nullable Object> view(OrganizationId organization, ConnectionStatus status) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("organization_id", organization);
        view.put("connected", status.connection().isPresent());
        status.connection().ifPresent(connection -> {
            view.put("workspace_id", connection.workspaceId());
            view.put("workspace_name", connection.workspaceName());
            view.put("sub_workspace", connection.subWorkspace());
            view.put("api_key_hint", connection.keyHint());
            view.put("connected_at", connection.connectedAt());
        });
        view.put("webhook", status.webhook());
        view.put("webhook_url", status.webhookUrl().orElse(null));
        view.put("missing", status.missing());
        return view;
    }
}
