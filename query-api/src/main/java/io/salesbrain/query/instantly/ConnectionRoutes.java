package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.connection.Connector;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import org.jspecify.annotations.Nullable;

/** An organization's connection. Its key goes in and never comes out again. */
final class ConnectionRoutes {
    static final Operation PUT = Operation.says(
                    Tag.INSTANTLY, "Connects the organization with its workspace at Instantly.")
            .more("The key is tried, stored sealed and never shown again; a webhook is registered at Instantly.")
            .takes(ConnectionSent.class, "{\"api_key\":\"a-key-of-instantly\"}")
            .answers(ConnectionView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation GET = Operation.says(Tag.INSTANTLY, "How the connection stands, and what is missing.")
            .answers(ConnectionView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation DELETE =
            Operation.says(Tag.INSTANTLY, "Forgets the key.").answersNothing("There is no connection any more.");

    @Says("A key of Instantly's.")
    record ConnectionSent(
            @Says("Without blanks, nothing but ASCII.") @Bounds
            String apiKey,

            @Says("The workspace of an agency's customer.") @Bounds(longest = 64) @Nullable
            String subWorkspace)
            implements Sent {}

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
        Answers.json(ctx, ConnectionView.of(organization, status));
    }

    void get(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, ConnectionView.of(organization, Failures.told(() -> connector.status(organization))));
    }

    void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        connector.disconnect(organization);
        ctx.status(204);
    }
}
