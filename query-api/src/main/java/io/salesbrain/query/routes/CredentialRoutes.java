package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.routes.CredentialOperations.CredentialView;
import io.salesbrain.tenancy.CredentialConflict;
import io.salesbrain.tenancy.CredentialInfo;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import io.salesbrain.tenancy.Grant;
import io.salesbrain.tenancy.PastExpiry;
import io.salesbrain.tenancy.UnknownCredential;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The credentials of organizations, for the administrator. A secret is shown in the answer that made it, never again. */
public final class CredentialRoutes {
    private static final int DEFAULT_OVERLAP_HOURS = 24;
    private static final int MAX_OVERLAP_HOURS = Math.toIntExact(DirectoryWriter.MAX_OVERLAP.toHours());

    private final Directory directory;
    private final DirectoryWriter writer;
    private final Gate gate;

    public CredentialRoutes(Directory directory, DirectoryWriter writer, Gate gate) {
        this.directory = directory;
        this.writer = writer;
        this.gate = gate;
    }

    /** The oldest first. */
    public void list(Context ctx) {
        var organization = organization(ctx);
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new Place(Instant.parse(parts.get(0)), parts.get(1)));
        var found = directory.credentials(organization).stream()
                .filter(credential -> start.isEmpty() || Place.of(credential).compareTo(start.get()) > 0)
                .limit(limit + 1L)
                .toList();
        var page = Page.of(
                found, limit, credential -> Cursor.of(credential.createdAt().toString(), credential.credentialId()));
        Answers.json(ctx, page.map(CredentialView::of));
    }

    /** Where a credential stands in the list. */
    private record Place(Instant createdAt, String credentialId) implements Comparable<Place> {
        static Place of(CredentialInfo credential) {
            return new Place(credential.createdAt(), credential.credentialId());
        }

        @Override
        public int compareTo(Place other) {
            int byTime = createdAt.compareTo(other.createdAt);
            return byTime != 0 ? byTime : credentialId.compareTo(other.credentialId);
        }
    }

    public void add(Context ctx) throws InterruptedException {
        var organization = organization(ctx);
        var body = Body.of(ctx);
        var scope = scope(body.text("scope"));
        var name = body.optionalText("name").orElse("");
        var permissions = permissions(body);
        var member = body.optionalText("member_id");
        if (name.length() > DirectoryWriter.MAX_CREDENTIAL_NAME) {
            throw ApiException.badField(
                    "name", "name has at most " + DirectoryWriter.MAX_CREDENTIAL_NAME + " characters.");
        }
        Optional<Instant> expiresAt =
                body.optionalText("expires_at").isPresent() ? Optional.of(body.time("expires_at")) : Optional.empty();
        try {
            var created = writer.addCredential(organization, scope, new Grant(name, expiresAt, permissions, member));
            Answers.json(ctx, 201, CredentialView.of(created));
        } catch (PastExpiry e) {
            throw (ApiException) ApiException.badField("expires_at", "expires_at lies in the future.")
                    .initCause(e);
        } catch (CredentialConflict e) {
            throw conflict(e);
        }
    }

    public void revoke(Context ctx) throws InterruptedException {
        try {
            writer.revokeCredential(organization(ctx), ctx.pathParam("credential_id"));
            ctx.status(204);
        } catch (UnknownCredential e) {
            throw unknown(e);
        }
    }

    public void rotate(Context ctx) throws InterruptedException {
        var organization = organization(ctx);
        int hours = Body.optional(ctx)
                .flatMap(body -> body.optionalWholeNumber("overlap_hours", 0, MAX_OVERLAP_HOURS))
                .orElse(DEFAULT_OVERLAP_HOURS);
        try {
            var rotated =
                    writer.rotateCredential(organization, ctx.pathParam("credential_id"), Duration.ofHours(hours));
            Answers.json(ctx, 201, CredentialView.of(rotated));
        } catch (UnknownCredential e) {
            throw unknown(e);
        } catch (CredentialConflict | PastExpiry e) {
            // The latter when the old one ends in this very moment.
            throw conflict(e);
        }
    }

    private OrganizationId organization(Context ctx) {
        return gate.concerned(ctx, ctx.pathParam("id"));
    }

    private static ApiException unknown(UnknownCredential failure) {
        return (ApiException)
                ApiException.notFound(String.valueOf(failure.getMessage())).initCause(failure);
    }

    private static ApiException conflict(RuntimeException failure) {
        return (ApiException)
                ApiException.conflict(String.valueOf(failure.getMessage())).initCause(failure);
    }

    /** All of them where none are named. */
    private static Set<KeyPermission> permissions(Body body) {
        if (!body.has("permissions")) {
            return KeyPermission.ALL;
        }
        var named = EnumSet.noneOf(KeyPermission.class);
        for (var label : body.texts("permissions", KeyPermission.ALL.size())) {
            named.add(KeyPermission.ofLabel(label).orElseThrow(CredentialRoutes::noPermission));
        }
        if (named.isEmpty()) {
            throw noPermission();
        }
        return named;
    }

    private static ApiException noPermission() {
        return ApiException.badField(
                "permissions", "permissions is a list of at least one of read, write, inbox and costs.");
    }

    private static Scope scope(String label) {
        return switch (label) {
            case "webhook" -> Scope.WEBHOOK;
            case "api" -> Scope.ORGANIZATION;
            default -> throw ApiException.badField("scope", "scope is webhook or api.");
        };
    }
}
