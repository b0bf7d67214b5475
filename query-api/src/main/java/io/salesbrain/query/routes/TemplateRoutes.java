package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.FollowUpReason;
import io.salesbrain.events.FollowUpTemplate;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
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
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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

    private static final int MOST_TEMPLATES = 1_000;
    private static final int MOST_CHARACTERS = 10_000;

    private final Templates templates;
    private final TopicFollower<String, FollowUpTemplate> follower;
    private final LogWriter log;
    private final InstantSource clock;
    private final Duration patience;
    /** Whether a template is new is asked and answered without another write in between. */
    private final ReentrantLock writing = new ReentrantLock();

    public TemplateRoutes(
            Templates templates,
            TopicFollower<String, FollowUpTemplate> follower,
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
        var items = new ArrayList<TemplateView>();
        templates.own(organization).forEach(template -> items.add(view(template)));
        for (var reason : FollowUpReason.values()) {
            for (var language : Templates.LANGUAGES) {
                var text = templates.standard(reason, language);
                items.add(new TemplateView(null, false, null, reason, language, text.subject(), text.text()));
            }
        }
        var placeholders =
                Arrays.stream(Placeholder.values()).map(Placeholder::label).toList();
        Answers.json(ctx, new TemplateList(items, null, placeholders));
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

    /** From then on the more general text is suggested again. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        var id = ctx.pathParam("template_id");
        var template = templates.own(organization).stream()
                .filter(own -> id(own).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("There is no template " + id + "."));
        write(template.key(), null);
        Answers.json(ctx, view(template));
    }

    private void write(String key, @Nullable FollowUpTemplate template) throws InterruptedException {
        var place = log.appendAndWait(Topics.FOLLOW_UP_TEMPLATES, key, template);
        follower.awaitOffset(place.partition(), place.offset(), patience);
    }

    private FollowUpTemplate read(Body body, OrganizationId organization) {
        var reason = FollowUpReason.ofLabel(body.text("reason"))
                .orElseThrow(() -> ApiException.badField("reason", "reason is opened, clicked or out_of_office."));
        var language = body.text("language");
        if (!Templates.LANGUAGES.contains(language)) {
            throw ApiException.badField("language", "language is en or de.");
        }
        var subject = body.optionalText("subject");
        subject.ifPresent(text -> check("subject", text));
        var text = body.longText("text", MOST_CHARACTERS);
        check("text", text);
        return new FollowUpTemplate(
                organization,
                body.optionalText("campaign_id").orElse(null),
                reason,
                language,
                subject.orElse(null),
                text,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static void check(String field, String text) {
        Wording.complaint(text).ifPresent(complaint -> {
            throw ApiException.badField(
                    field,
                    complaint + " There are "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Placeholder.values())
                                            .map(Placeholder::label)
                                            .toList())
                            + ".");
        });
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
