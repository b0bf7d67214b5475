package io.salesbrain.query.inbox;

import io.javalin.http.Context;
import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The texts that are suggested as answers: those that come with the program, and an organization's own. */
public final class AnswerTemplateRoutes {
    private static final int MOST_TEMPLATES = 1_000;
    private static final int MOST_CHARACTERS = 10_000;

    private final AnswerTemplates templates;
    private final TopicFollower<String, AnswerTemplate> follower;
    private final LogWriter log;
    private final InstantSource clock;
    private final Duration patience;
    /** Whether a template is new is asked and answered without another write in between. */
    private final ReentrantLock writing = new ReentrantLock();

    public AnswerTemplateRoutes(
            AnswerTemplates templates,
            TopicFollower<String, AnswerTemplate> follower,
            LogWriter log,
            InstantSource clock,
            Duration patience) {
        this.templates = templates;
        this.follower = follower;
        this.log = log;
        this.clock = clock;
        this.patience = patience;
    }

    /** All of them at once: first the organization's own, then those that come with the program. */
    public void list(Context ctx, OrganizationId organization) {
        var items = new ArrayList<Map<String, @Nullable Object>>();
        templates.own(organization).forEach(template -> items.add(view(template)));
        for (var category : ReplyCategory.values()) {
            for (var language : AnswerTemplates.LANGUAGES) {
                var text = templates.standard(category, language);
                items.add(view(null, null, category, language, text.name(), text.subject(), text.text()));
            }
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("items", items);
        answer.put("next_starting_after", null);
        answer.put("placeholders", AnswerText.placeholders());
        Answers.json(ctx, answer);
    }

    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var template = read(Body.of(ctx), organization);
        writing.lockInterruptibly();
        try {
            boolean isNew = templates.find(organization, template.key()).isEmpty();
            if (isNew && templates.own(organization).size() >= MOST_TEMPLATES) {
                throw ApiException.conflict("There are " + MOST_TEMPLATES + " templates already.");
            }
            write(template.key(), template);
            Answers.json(ctx, isNew ? 201 : 200, view(template));
        } finally {
            writing.unlock();
        }
    }

    /** From then on the more general texts are suggested alone. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        var id = ctx.pathParam("template_id");
        var template = templates.own(organization).stream()
                .filter(own -> id(own).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("There is no template " + id + "."));
        write(template.key(), null);
        Answers.json(ctx, view(template));
    }

    private void write(String key, @Nullable AnswerTemplate template) throws InterruptedException {
        var place = log.appendAndWait(Topics.ANSWER_TEMPLATES, key, template);
        follower.awaitOffset(place.partition(), place.offset(), patience);
    }

    private AnswerTemplate read(Body body, OrganizationId organization) {
        var category = ReplyCategory.ofLabel(body.text("category"))
                .orElseThrow(() -> ApiException.badField("category", "There is no such category of replies."));
        var language = body.text("language");
        if (!AnswerTemplates.LANGUAGES.contains(language)) {
            throw ApiException.badField("language", "language is en or de.");
        }
        var subject = body.optionalText("subject");
        subject.ifPresent(text -> check("subject", text));
        var text = body.longText("text", MOST_CHARACTERS);
        check("text", text);
        return new AnswerTemplate(
                organization,
                body.optionalText("campaign_id").orElse(null),
                category,
                language,
                body.optionalText("name").orElse(category.label()),
                subject.orElse(null),
                text,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void check(String field, String text) {
        AnswerText.complaint(text).ifPresent(complaint -> {
            throw ApiException.badField(
                    field, complaint + " There are " + String.join(", ", AnswerText.placeholders()) + ".");
        });
    }

    static String id(AnswerTemplate template) {
        return Cursor.of(
                template.category().label(),
                template.language(),
                Optional.ofNullable(template.campaignId()).orElse(""));
    }

    private static Map<String, @Nullable Object> view(AnswerTemplate template) {
        return view(
                id(template),
                template.campaignId(),
                template.category(),
                template.language(),
                template.name(),
                template.subject(),
                template.text());
    }

    /** @param id null for what comes with the program */
    private static Map<String, @Nullable Object> view(
            @Nullable String id,
            @Nullable String campaignId,
            ReplyCategory category,
            String language,
            String name,
            @Nullable String subject,
            String text) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("template_id", id);
        view.put("own", id != null);
        view.put("campaign_id", campaignId);
        view.put("category", category);
        view.put("language", language);
        view.put("name", name);
        view.put("subject", subject);
        view.put("text", text);
        return view;
    }
}
