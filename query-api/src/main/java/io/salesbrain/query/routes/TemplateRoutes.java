package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.followup.Placeholder;
import io.salesbrain.query.followup.Templates;
import io.salesbrain.query.followup.Wording;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.template.ProgramText;
import io.salesbrain.query.template.SentWording;
import io.salesbrain.query.template.TemplateWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;

/** The texts that are suggested: those that come with the program, and an organization's own. */
public final class TemplateRoutes {
    public static final Operation LIST = Operation.says(
                    Tag.FOLLOW_UPS,
                    "The texts that are suggested: the organization's own first, then those of the program.")
            .answers(TemplateList.class);

    public static final Operation PUT = Operation.says(Tag.FOLLOW_UPS, "Writes a text of the organization's own.")
            .more("It takes the place of the one for the same campaign, reason and language. {{name}} is filled in,"
                    + " {{name|words}} has words for what is not known.")
            .takes(
                    TemplateSent.class,
                    "{\"reason\":\"clicked\",\"language\":\"en\",\"subject\":\"Still of interest?\","
                            + "\"text\":\"Hi {{first_name|there}},\\nshall we talk?\"}")
            .answers(200, "There was one already; this took its place.", TemplateView.class)
            .answers(201, "It is new.", TemplateView.class)
            .fails(409, "There are too many templates already.");

    public static final Operation DELETE = Operation.says(
                    Tag.FOLLOW_UPS, "Takes a text of the organization's own back.")
            .more("From then on the more general text is suggested again.")
            .with(Parameter.path("template_id", "A template_id of the list.", "Y2xpY2tlZAplbgo"))
            .answers(200, "What was taken back.", TemplateView.class);

    private final Templates templates;
    private final TemplateWriter<FollowUpTemplate> writer;
    private final InstantSource clock;

    public TemplateRoutes(Templates templates, FollowedTopic<FollowUpTemplate> topic, InstantSource clock) {
        this.templates = templates;
        this.writer = new TemplateWriter<>(templates.own(), topic, FollowUpTemplate::key, TemplateRoutes::id);
        this.clock = clock;
    }

    /** All of them at once: first the organization's own, then those that come with the program. */
    public void list(Context ctx, OrganizationId organization) {
        var items = new ArrayList<TemplateView>();
        templates.own().of(organization).forEach(template -> items.add(view(template)));
        for (var reason : FollowUpReason.values()) {
            for (var language : ProgramText.LANGUAGES) {
                var text = templates.standard(reason, language);
                items.add(new TemplateView(null, false, null, reason, language, text.subject(), text.text()));
            }
        }
        Answers.json(ctx, new TemplateList(items, null, Placeholder.labels()));
    }

    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var template = read(Body.of(ctx), organization);
        boolean isNew = writer.put(organization, template);
        Answers.json(ctx, isNew ? 201 : 200, view(template));
    }

    /** From then on the more general text is suggested again. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, view(writer.takeBack(organization, ctx.pathParam("template_id"))));
    }

    private FollowUpTemplate read(Body body, OrganizationId organization) {
        var reason = FollowUpReason.ofLabel(body.text("reason"))
                .orElseThrow(() -> ApiException.badField("reason", "reason is opened, clicked or out_of_office."));
        var wording = SentWording.read(body, Wording::complaint, Placeholder.labels());
        return new FollowUpTemplate(
                organization,
                body.optionalText("campaign_id").orElse(null),
                reason,
                wording.language(),
                wording.subject(),
                wording.text(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String id(FollowUpTemplate template) {
        return Cursor.of(
                template.reason().label(),
                template.language(),
                Optional.ofNullable(template.campaignId()).orElse(""));
    }

    private static TemplateView view(FollowUpTemplate template) {
        return new TemplateView(
                id(template),
                true,
                template.campaignId(),
                template.reason(),
                template.language(),
                template.subject(),
                template.text());
    }
}
