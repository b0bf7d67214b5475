package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.routes.OrganizationOperations.Assignment;
import io.salesbrain.query.routes.OrganizationOperations.CreatedOrganizationView;
import io.salesbrain.query.routes.OrganizationOperations.OrganizationView;
import io.salesbrain.tenancy.AlreadyExists;
import io.salesbrain.tenancy.Directory;
import io.salesbrain.tenancy.DirectoryWriter;
import io.salesbrain.tenancy.UnknownOrganization;

/** Organizations and whose campaigns are whose, for the administrator. */
public final class OrganizationRoutes {
    private static final int MAX_NAME = 200;
    private static final int MAX_CAMPAIGN_ID = 256;

    private final Directory directory;
    private final DirectoryWriter writer;
    private final Gate gate;

    public OrganizationRoutes(Directory directory, DirectoryWriter writer, Gate gate) {
        this.directory = directory;
        this.writer = writer;
        this.gate = gate;
    }

    public void create(Context ctx) throws InterruptedException {
        var body = Body.of(ctx);
        var id = organizationId(body);
        var name = body.text("name");
        if (name.length() > MAX_NAME) {
            throw ApiException.badField("name", "name has at most " + MAX_NAME + " characters.");
        }
        try {
            var created = writer.createOrganization(id, name);
            Gate.concerns(ctx, id);
            Answers.json(ctx, 201, CreatedOrganizationView.of(created));
        } catch (AlreadyExists e) {
            throw (ApiException) ApiException.conflict("There is an organization " + id + " already.")
                    .initCause(e);
        }
    }

    public void list(Context ctx) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 1, parts -> new OrganizationId(parts.getFirst()));
        var found = directory.list().stream()
                .filter(info -> start.isEmpty() || info.organizationId().compareTo(start.get()) > 0)
                .limit(limit + 1L)
                .toList();
        var page = Page.of(found, limit, info -> Cursor.of(info.organizationId().value()));
        Answers.json(ctx, page.map(OrganizationView::of));
    }

    /** Replaces what was known; an empty list means that nothing is. */
    public void setWorkspaces(Context ctx) throws InterruptedException {
        var organization = gate.concerned(ctx, ctx.pathParam("id"));
        var workspaces =
                Body.of(ctx).texts("workspaces", DirectoryWriter.MAX_WORKSPACES, DirectoryWriter.MAX_WORKSPACE_LENGTH);
        writer.setWorkspaces(organization, workspaces);
        var changed = directory
                .find(organization)
                .orElseThrow(() -> ApiException.notFound("There is no organization " + organization + "."));
        Answers.json(ctx, OrganizationView.of(changed));
    }

    public void assignCampaign(Context ctx) throws InterruptedException {
        var campaignId = ctx.pathParam("id");
        if (campaignId.isBlank() || campaignId.length() > MAX_CAMPAIGN_ID) {
            throw ApiException.badParameter("id", "A campaign id has 1 to " + MAX_CAMPAIGN_ID + " characters.");
        }
        var organization = organizationId(Body.of(ctx));
        try {
            writer.assignCampaign(campaignId, organization);
            Gate.concerns(ctx, organization);
            Answers.json(ctx, new Assignment(campaignId, organization));
        } catch (UnknownOrganization e) {
            throw (ApiException) ApiException.notFound("There is no organization " + organization + ".")
                    .initCause(e);
        }
    }

    private static OrganizationId organizationId(Body body) {
        var text = body.text("organization_id");
        if (!OrganizationId.SHAPE.matcher(text).matches()) {
            throw ApiException.badField(
                    "organization_id",
                    "An organization_id has 1 to 64 letters, digits, dots, dashes or underscores and starts with a letter or digit.");
        }
        return new OrganizationId(text);
    }
}
