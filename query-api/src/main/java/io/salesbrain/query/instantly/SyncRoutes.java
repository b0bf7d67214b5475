package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Sent;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a sync found, what it repaired, and how complete our picture is. */
final class SyncRoutes {
    static final Operation SYNC = Operation.says(Tag.INSTANTLY, "Syncs with Instantly, and answers when it is done.")
            .more("Fetches what did not arrive, and looks at campaigns, mailboxes and leads.")
            .answers(200, "Its report.", SyncView.SyncReport.class)
            .fails(409, Failures.SAYS_NO)
            .fails(422, "Instantly refused a request.")
            .fails(429, "Instantly asks to wait.");

    static final Operation LAST_SYNC =
            Operation.says(Tag.INSTANTLY, "The report of the last sync.").answers(SyncView.SyncReport.class);

    static final Operation AUDIT = Operation.says(Tag.INSTANTLY, "Compares our counts with Instantly's.")
            .mayTake(AuditSent.class, "{\"fill\":true}")
            .answers(SyncView.AuditReport.class)
            .fails(409, Failures.SAYS_NO)
            .fails(429, "Instantly asks to wait.");

    static final Operation COMPLETENESS = Operation.says(Tag.INSTANTLY, "How complete our picture is.")
            .more("As of now; while a sync is running, as of the last comparison.")
            .answers(SyncView.AuditReport.class)
            .fails(409, Failures.SAYS_NO)
            .fails(422, "Instantly refused a request.")
            .fails(429, "Instantly asks to wait.");

    @Says("What is to be done about what is missing.")
    record AuditSent(
            @Says("Whether it is looked for in the Unibox.") @Nullable
            Boolean fill) implements Sent {}

    private final SyncDesk desk;

    SyncRoutes(SyncDesk desk) {
        this.desk = desk;
    }

    /** Answers when it is done, with its report. */
    void sync(Context ctx, OrganizationId organization) throws InterruptedException {
        Answers.json(ctx, Failures.told(() -> desk.sync(organization)));
    }

    void lastSync(Context ctx, OrganizationId organization) {
        Answers.json(
                ctx,
                desk.lastSync(organization)
                        .map(InstantlyMirror.Report::content)
                        .orElseThrow(() -> ApiException.notFound("There was no sync yet.")));
    }

    void audit(Context ctx, OrganizationId organization) throws InterruptedException {
        boolean fill = Body.optional(ctx).map(body -> body.flag("fill")).orElse(false);
        Answers.json(ctx, Failures.told(() -> desk.audit(organization, fill)));
    }

    /** As of now; while a sync is running, as of the last comparison. */
    void completeness(Context ctx, OrganizationId organization) throws InterruptedException {
        Map<String, Object> report = Failures.told(() -> {
            try {
                return desk.audit(organization, false);
            } catch (SyncDesk.SyncRunning e) {
                return desk.lastAudit(organization)
                        .map(InstantlyMirror.Report::content)
                        .orElseThrow(() -> e);
            }
        });
        Answers.json(ctx, report);
    }
}
