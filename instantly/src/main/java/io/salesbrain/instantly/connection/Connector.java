package io.salesbrain.instantly.connection;

import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.InstantlyConnection;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.client.InstantlyClient;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.client.Webhook;
import io.salesbrain.instantly.client.WebhookDraft;
import io.salesbrain.tenancy.DirectoryWriter;
import io.salesbrain.tenancy.Grant;
import io.salesbrain.tenancy.UnknownCredential;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects organizations with their workspaces: stores the key, registers our webhook with a secret of its own and has
 * Instantly try it. What fails of the latter is said and can be tried again; the connection stands all the same.
 */
public final class Connector {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final String NAME = "Salesbrain";
    private static final int HINT_LENGTH = 4;

    private final ConnectionConfig config;
    private final ConnectionBook book;
    private final Clients clients;
    private final DirectoryWriter directory;
    private final Clock clock;
    /** One change at a time: they are rare and speak with Instantly in several steps. */
    private final ReentrantLock changing = new ReentrantLock();

    public Connector(
            ConnectionConfig config, ConnectionBook book, Clients clients, DirectoryWriter directory, Clock clock) {
        this.config = config;
        this.book = book;
        this.clients = clients;
        this.directory = directory;
        this.clock = clock;
    }

    private record Registered(
            @Nullable String webhookId, @Nullable String credentialId, List<String> missing) {}

    /** @throws InstantlyException when Instantly does not take the key */
    public ConnectionStatus connect(OrganizationId organization, String apiKey, Optional<String> subWorkspace)
            throws InterruptedException {
        changing.lockInterruptibly();
        try {
            var client = clients.trying(organization, apiKey, subWorkspace);
            var workspace = client.workspace();
            var previous = book.find(organization);
            var registered = register(organization, client, previous);
            book.put(new InstantlyConnection(
                    organization,
                    workspace.id(),
                    workspace.name(),
                    subWorkspace.orElse(null),
                    clients.seal(organization, apiKey),
                    hint(apiKey),
                    registered.webhookId(),
                    registered.credentialId(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            // Only now that the new one is known: a webhook goes on being let in until then.
            previous.map(InstantlyConnection::credentialId)
                    .filter(old -> !old.equals(registered.credentialId()))
                    .ifPresent(old -> revoke(organization, old));
            return status(organization, client, registered.missing());
        } finally {
            changing.unlock();
        }
    }

    /** Registers our webhook anew, as when it was deleted at Instantly. */
    public ConnectionStatus reconnect(InstantlyConnection connection) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            var client = clients.of(connection);
            var registered = register(connection.organizationId(), client, Optional.of(connection));
            book.put(new InstantlyConnection(
                    connection.organizationId(),
                    connection.workspaceId(),
                    connection.workspaceName(),
                    connection.subWorkspace(),
                    connection.sealedKey(),
                    connection.keyHint(),
                    registered.webhookId(),
                    registered.credentialId(),
                    connection.connectedAt()));
            Optional.ofNullable(connection.credentialId())
                    .filter(old -> !old.equals(registered.credentialId()))
                    .ifPresent(old -> revoke(connection.organizationId(), old));
            return status(connection.organizationId(), client, registered.missing());
        } finally {
            changing.unlock();
        }
    }

    private Registered register(
            OrganizationId organization, InstantlyClient client, Optional<InstantlyConnection> previous)
            throws InterruptedException {
        var url = config.webhookUrl();
        if (url.isEmpty()) {
            return new Registered(
                    null,
                    null,
                    List.of("No webhook is registered: this installation was not told its public address"
                            + " (--public-url)."));
        }
        var credential = directory.addCredential(organization, Scope.WEBHOOK, Grant.named("Instantly's webhook"));
        var draft = new WebhookDraft(NAME, url.get(), Map.of("Authorization", "Bearer " + credential.secret()));
        var credentialId = credential.credential().credentialId();
        try {
            var known = ours(client, url.get(), previous);
            var registered = known.isPresent()
                    ? client.webhooks().update(known.get().id(), draft)
                    : client.webhooks().create(draft);
            return new Registered(registered.id(), credentialId, tryOut(client, registered.id()));
        } catch (InstantlyException e) {
            LOG.warn("no webhook could be registered for {}", organization, e);
            revoke(organization, credentialId);
            return new Registered(null, null, List.of("Instantly did not register our webhook: " + e.getMessage()));
        }
    }

    /** One that posts to us already, be it from an earlier connection: there must not be two. */
    private static Optional<Webhook> ours(InstantlyClient client, String url, Optional<InstantlyConnection> previous)
            throws InterruptedException {
        var known = previous.map(InstantlyConnection::webhookId);
        return client.webhooks().list().all().stream()
                .filter(webhook -> webhook.url().equals(url)
                        || known.filter(webhook.id()::equals).isPresent())
                .filter(webhook -> webhook.campaign().isEmpty())
                .findFirst();
    }

    /** Whatever comes of it, the webhook is registered and its secret is good. */
    private static List<String> tryOut(InstantlyClient client, String webhookId) throws InterruptedException {
        try {
            if (client.webhooks().get(webhookId).isDisabled()) {
                client.webhooks().resume(webhookId);
            }
            var test = client.webhooks().test(webhookId);
            if (test.success()) {
                return List.of();
            }
            var status = test.statusCode().isPresent()
                    ? " with status " + test.statusCode().getAsInt()
                    : "";
            return List.of("Instantly's test of our webhook failed" + status + ": " + test.error());
        } catch (InstantlyException e) {
            return List.of("Our webhook could not be tried out: " + e.getMessage());
        }
    }

    /** As it is now, asked of Instantly. */
    public ConnectionStatus status(OrganizationId organization) throws InterruptedException {
        var connection = book.find(organization);
        if (connection.isEmpty()) {
            return new ConnectionStatus(
                    Optional.empty(), "missing", config.webhookUrl(), List.of("No API key of Instantly's is stored."));
        }
        try {
            return status(organization, clients.hasty(connection.get()), List.of());
        } catch (KeyRing.CannotUnseal e) {
            return new ConnectionStatus(
                    connection, "unknown", config.webhookUrl(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private ConnectionStatus status(OrganizationId organization, InstantlyClient client, List<String> known)
            throws InterruptedException {
        var connection = book.find(organization);
        var missing = new ArrayList<>(known);
        var webhookId = connection.map(InstantlyConnection::webhookId);
        var state = "missing";
        if (webhookId.isPresent()) {
            state = webhookState(client, webhookId.get(), missing);
        } else if (missing.isEmpty()) {
            missing.add("No webhook is registered at Instantly; connect again.");
        }
        return new ConnectionStatus(connection, state, config.webhookUrl(), missing);
    }

    private static String webhookState(InstantlyClient client, String webhookId, List<String> missing)
            throws InterruptedException {
        try {
            var disabled = client.webhooks().get(webhookId).isDisabled();
            if (disabled) {
                missing.add("Instantly has disabled our webhook because it failed too often; a sync resumes it.");
            }
            return disabled ? "disabled" : "active";
        } catch (InstantlyException.NotFound e) {
            missing.add("Our webhook was deleted at Instantly; a sync registers it again.");
            return "missing";
        } catch (InstantlyException e) {
            missing.add("Instantly does not say how our webhook stands: " + e.getMessage());
            return "unknown";
        }
    }

    /** Takes our webhook away at Instantly, as far as that works, and forgets the key. */
    public void disconnect(OrganizationId organization) throws InterruptedException {
        changing.lockInterruptibly();
        try {
            var connection = book.find(organization);
            if (connection.isEmpty()) {
                return;
            }
            removeWebhook(connection.get());
            book.remove(organization);
            Optional.ofNullable(connection.get().credentialId()).ifPresent(id -> revoke(organization, id));
        } finally {
            changing.unlock();
        }
    }

    private void removeWebhook(InstantlyConnection connection) throws InterruptedException {
        var webhookId = connection.webhookId();
        if (webhookId == null) {
            return;
        }
        try {
            clients.hasty(connection).webhooks().delete(webhookId);
        } catch (InstantlyException | KeyRing.CannotUnseal e) {
            LOG.warn("our webhook of {} stays registered at Instantly", connection.organizationId(), e);
        }
    }

    private void revoke(OrganizationId organization, String credentialId) {
        try {
            directory.revokeCredential(organization, credentialId);
        } catch (UnknownCredential e) {
            LOG.debug("the secret of an earlier webhook of {} was gone already", organization);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String hint(String apiKey) {
        return "…" + apiKey.substring(Math.max(0, apiKey.length() - HINT_LENGTH));
    }
}
