package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.action.Actions;
import io.salesbrain.instantly.action.CsvLeads;
import io.salesbrain.instantly.action.LeadImport;
import io.salesbrain.instantly.client.Campaign;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person does at Instantly from here. */
final class ActionRoutes {
    private static final int MOST_CSV_BYTES = 16 << 20;

    private final Actions actions;

    ActionRoutes(Actions actions) {
        this.actions = actions;
    }

    void pause(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, view(Failures.told(() -> actions.pause(organization, ctx.pathParam("id")))));
    }

    void resume(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, view(Failures.told(() -> actions.resume(organization, ctx.pathParam("id")))));
    }

    /** A copy of a campaign that serves as template, as a draft. */
    void create(Context ctx, OrganizationId organization) throws InterruptedException {
        var body = Body.of(ctx);
        var template = body.text("template_campaign_id");
        var name = body.text("name");
        Answers.json(ctx, 201, view(Failures.told(() -> actions.createFrom(organization, template, name))));
    }

    void importLeads(Context ctx, OrganizationId organization) throws InterruptedException {
        var leads = read(ctx);
        var started = Failures.told(() -> actions.importLeads(organization, ctx.pathParam("id"), leads));
        Answers.json(ctx, 202, view(started));
    }

    private static CsvLeads read(Context ctx) {
        try (var in = ctx.bodyInputStream()) {
            var bytes = in.readNBytes(MOST_CSV_BYTES + 1);
            if (bytes.length > MOST_CSV_BYTES) {
                throw ApiException.tooLarge("A file of leads has at most " + (MOST_CSV_BYTES >> 20) + " MiB.");
            }
            return CsvLeads.read(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw (ApiException)
                    ApiException.badRequest("The body ended too early.").initCause(e);
        } catch (CsvLeads.Unreadable e) {
            throw (ApiException) ApiException.badField("body", String.valueOf(e.getMessage()))
                    .initCause(e);
        }
    }

    void progress(Context ctx, OrganizationId organization) {
        Answers.json(
                ctx,
                view(actions.findImport(organization, ctx.pathParam("import_id"))
                        .orElseThrow(() -> ApiException.notFound("There is no such import, or it is long over."))));
    }

    private static Map<String, @Nullable Object> view(Campaign campaign) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("campaign_id", campaign.id());
        view.put("campaign_name", campaign.name());
        view.put("status", campaign.status().label());
        return view;
    }

    private static Map<String, @Nullable Object> view(LeadImport progress) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("import_id", progress.id());
        view.put("campaign_id", progress.campaignId());
        view.put("state", progress.state());
        view.put("leads", progress.leads());
        view.put("sent", progress.added().sent());
        view.put("uploaded", progress.added().uploaded());
        view.put("already_there", progress.added().skipped() + progress.added().duplicates());
        view.put(
                "refused",
                progress.added().invalid()
                        + progress.added().incomplete()
                        + progress.added().blocked());
        view.put("rejected_lines", progress.rejectedLines());
        view.put("problem", progress.problem().isEmpty() ? null : progress.problem());
        return view;
    }
}
