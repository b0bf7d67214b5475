package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.action.Actions;
import io.salesbrain.instantly.action.CsvLeads;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a person does at Instantly from here. */
final class ActionRoutes {
    private static final Parameter ID = Parameter.path("id", "Instantly's id of the campaign.", "campaign-1");

    static final Operation PAUSE = Operation.says(Tag.INSTANTLY, "Pauses a campaign at Instantly.")
            .with(ID)
            .answers(CampaignView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation RESUME = Operation.says(Tag.INSTANTLY, "Resumes a campaign at Instantly.")
            .with(ID)
            .answers(CampaignView.class)
            .fails(409, Failures.SAYS_NO);

    private static final Parameter MAILBOX = Parameter.path("id", "The mailbox' address.", "sales@agency.example");

    static final Operation PAUSE_ACCOUNT = Operation.says(Tag.INSTANTLY, "Pauses a mailbox at Instantly.")
            .with(MAILBOX)
            .answers(MailboxView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation RESUME_ACCOUNT = Operation.says(Tag.INSTANTLY, "Resumes a mailbox at Instantly.")
            .with(MAILBOX)
            .answers(MailboxView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation CREATE = Operation.says(
                    Tag.INSTANTLY, "Makes a campaign at Instantly after one that serves as template, as a draft.")
            .takes(
                    NewCampaign.class,
                    "{\"template_campaign_id\":\"6f1ed1a2-0000-4000-8000-000000000001\",\"name\":\"Summer\"}")
            .answers(201, "The new campaign.", CampaignView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation IMPORT = Operation.says(Tag.INSTANTLY, "Sends a file of leads into a campaign at Instantly.")
            .more(
                    "CSV with a line of column names, one of them email; at most 16 MiB and 50,000 leads. It goes on after the"
                            + " answer; its path is /api/instantly/imports/{import_id}.")
            .with(
                    ID,
                    Parameter.flag("check", "Whether it is only to be said what the file holds; then nothing is sent."))
            .takesText("text/csv", "email,first_name,company\nada@example.com,Ada,Analytical Ltd\n")
            .answers(202, "It has begun.", LeadImportView.class)
            .answers(200, "What the file holds, where only that was asked for.", LeadCheckView.class)
            .fails(409, Failures.SAYS_NO);

    static final Operation PROGRESS = Operation.says(Tag.INSTANTLY, "How far an import of leads is.")
            .with(Parameter.path("import_id", "The import_id of the answer that began it.", "import-1"))
            .answers(LeadImportView.class);

    @Says("A campaign to be made.")
    record NewCampaign(
            @Says("Instantly's id of the campaign to copy.") @Bounds
            String templateCampaignId,

            @Says("The new one's name.") @Bounds String name)
            implements Sent {}

    private static final int MOST_CSV_BYTES = 16 << 20;

    private final Actions actions;

    ActionRoutes(Actions actions) {
        this.actions = actions;
    }

    void pause(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, CampaignView.of(Failures.told(() -> actions.pause(organization, ctx.pathParam("id")))));
    }

    void resume(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, CampaignView.of(Failures.told(() -> actions.resume(organization, ctx.pathParam("id")))));
    }

    void pauseAccount(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, MailboxView.of(Failures.told(() -> actions.pauseAccount(organization, mailbox(ctx)))));
    }

    void resumeAccount(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, MailboxView.of(Failures.told(() -> actions.resumeAccount(organization, mailbox(ctx)))));
    }

    /** Other text in the place of an address would be another path at Instantly. */
    private static String mailbox(Context ctx) {
        return EmailAddress.parse(ctx.pathParam("id"))
                .orElseThrow(() -> ApiException.badParameter("id", "id is the address of a mailbox."));
    }

    /** A copy of a campaign that serves as template, as a draft. */
    void create(Context ctx, OrganizationId organization) throws InterruptedException {
        var body = Body.of(ctx);
        var template = body.text("template_campaign_id");
        var name = body.text("name");
        Answers.json(ctx, 201, CampaignView.of(Failures.told(() -> actions.createFrom(organization, template, name))));
    }

    void importLeads(Context ctx, OrganizationId organization) throws InterruptedException {
        boolean onlyChecks = Parameters.flag(ctx, "check").orElse(false);
        var leads = read(ctx);
        if (onlyChecks) {
            Answers.json(ctx, LeadCheckView.of(leads));
            return;
        }
        var started = Failures.told(() -> actions.importLeads(organization, ctx.pathParam("id"), leads));
        Answers.json(ctx, 202, LeadImportView.of(started));
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
                LeadImportView.of(actions.findImport(organization, ctx.pathParam("import_id"))
                        .orElseThrow(() -> ApiException.notFound("There is no such import, or it is long over."))));
    }
}
