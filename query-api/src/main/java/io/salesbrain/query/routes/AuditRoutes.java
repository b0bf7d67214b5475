package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.AuditEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.quarantine.NewestFirst;
import java.util.Optional;
import java.util.function.Predicate;

/** Who changed what, newest first. With a filter a page may hold fewer than asked for and still have a next one. */
public final class AuditRoutes {
    private static final Parameter ACTOR = Parameter.text("actor", "Only what this one did: admin, or a key's name.");
    private static final Parameter ACTION =
            Parameter.text("action", "Only where method and path hold this text, such as DELETE or credentials.");

    public static final Operation OWN = Operation.says(
                    Tag.SETTINGS, "Who changed what of the organization, the newest first.")
            .more("With a filter a page may hold fewer than asked for and still have a next one.")
            .with(ACTOR, ACTION)
            .paged()
            .answersPage(AuditEntryView.class);

    public static final Operation ALL = Operation.says(Tag.ADMINISTRATION, "Who changed what, the newest first.")
            .more("With a filter a page may hold fewer than asked for and still have a next one.")
            .with(Parameter.text("organization_id", "Only what concerns this organization."), ACTOR, ACTION)
            .paged()
            .answersPage(AuditEntryView.class);

    private final NewestFirst<AuditEntry> entries;
    private final Gate gate;

    public AuditRoutes(NewestFirst<AuditEntry> entries, Gate gate) {
        this.entries = entries;
        this.gate = gate;
    }

    /** An organization's own, what the administrator changed of it included. */
    public void own(Context ctx, OrganizationId organization) throws InterruptedException {
        answer(ctx, Optional.of(organization));
    }

    /** Of all organizations and the installation, or of the one asked for. */
    public void all(Context ctx) throws InterruptedException {
        answer(ctx, Parameters.text(ctx, "organization_id").map(gate::existing));
    }

    private void answer(Context ctx, Optional<OrganizationId> organization) throws InterruptedException {
        var actor = Parameters.text(ctx, "actor");
        var action = Parameters.text(ctx, "action");
        Predicate<AuditEntry> filter =
                entry -> organization.isEmpty() || organization.get().equals(entry.organizationId());
        var before = Cursor.read(ctx, 1, parts -> Long.parseLong(parts.getFirst()));
        var found = entries.page(
                before,
                Parameters.limit(ctx),
                filter.and(entry -> actor.isEmpty() || actor.get().equals(entry.actor()))
                        .and(entry -> action.isEmpty() || entry.action().contains(action.get())));
        var next = found.goesOnBefore().map(offset -> Cursor.of(Long.toString(offset)));
        Answers.json(ctx, new Page<>(found.records(), next.orElse(null)).map(AuditEntryView::of));
    }
}
