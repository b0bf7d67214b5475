package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.inbox.ShownTemplates.AnswerTemplateItem;
import io.salesbrain.query.inbox.ShownTemplates.AnswerTemplateList;
import io.salesbrain.query.template.ProgramText;
import io.salesbrain.query.template.SentWording;
import io.salesbrain.query.template.TemplateWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** The texts that are suggested as answers: those that come with the program, and an organization's own. */
public final class AnswerTemplateRoutes {
    private final AnswerTemplates templates;
    private final TemplateWriter<AnswerTemplate> writer;
    private final InstantSource clock;

    public AnswerTemplateRoutes(AnswerTemplates templates, FollowedTopic<AnswerTemplate> topic, InstantSource clock) {
        this.templates = templates;
        this.writer = new TemplateWriter<>(templates.own(), topic, AnswerTemplate::key, AnswerTemplates::id);
        this.clock = clock;
    }

    /** All of them at once: first the organization's own, then those that come with the program. */
    public void list(Context ctx, OrganizationId organization) {
        var items = new ArrayList<AnswerTemplateItem>();
        templates.own().of(organization).forEach(template -> items.add(AnswerTemplateItem.own(template)));
        for (var category : ReplyCategory.values()) {
            for (var language : ProgramText.LANGUAGES) {
                items.add(AnswerTemplateItem.standard(category, language, templates.standard(category, language)));
            }
        }
        Answers.json(ctx, new AnswerTemplateList(items, null, AnswerText.placeholders()));
    }

    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var template = read(Body.of(ctx), organization);
        boolean isNew = writer.put(organization, template);
        Answers.json(ctx, isNew ? 201 : 200, AnswerTemplateItem.own(template));
    }

    /** From then on the more general texts are suggested alone. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, AnswerTemplateItem.own(writer.takeBack(organization, ctx.pathParam("template_id"))));
    }

    private AnswerTemplate read(Body body, OrganizationId organization) {
        var category = ReplyCategory.ofLabel(body.text("category"))
                .orElseThrow(() -> ApiException.badField("category", "There is no such category of replies."));
        var wording = SentWording.read(body, AnswerText::complaint, AnswerText.placeholders());
        return new AnswerTemplate(
                organization,
                body.optionalText("campaign_id").orElse(null),
                category,
                wording.language(),
                body.optionalText("name").orElse(category.label()),
                wording.subject(),
                wording.text(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
