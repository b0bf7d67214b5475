package io.salesbrain.query.instantly;

import io.javalin.http.Context;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.util.Map;

/** What a sync found, what it repaired, and how complete our picture is. */
final class SyncRoutes {
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
