package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.Quarantined;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.Progress;
import io.salesbrain.query.readmodel.QuarantineReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether everything is in, and what was set aside, for the administrator. */
public final class PipelineRoutes {
    private final Progress progress;
    private final QuarantineReader quarantine;
    private final Gate gate;

    public PipelineRoutes(Progress progress, QuarantineReader quarantine, Gate gate) {
        this.progress = progress;
        this.quarantine = quarantine;
        this.gate = gate;
    }

    public void pipeline(Context ctx) throws InterruptedException {
        Answers.json(ctx, progress.pipeline());
    }

    /** Newest first. With organization_id a page may hold fewer than asked for and still have a next one. */
    public void quarantine(Context ctx) throws InterruptedException {
        int limit = Parameters.limit(ctx);
        var before = Cursor.read(ctx, 1, parts -> Long.parseLong(parts.getFirst()));
        var owner = Parameters.text(ctx, "organization_id").map(gate::existing);
        var found = quarantine.newest(
                before, limit, record -> owner.isEmpty() || owner.equals(Optional.of(record.organizationId())));
        var next = found.goesOnBefore()
                .map(offset -> Cursor.of(Long.toString(offset)))
                .orElse(null);
        Answers.json(ctx, new Page<>(found.records(), next).toMap(PipelineRoutes::view));
    }

    private static Map<String, Object> view(Quarantined record) {
        var view = new LinkedHashMap<String, Object>();
        view.put("quarantine_id", record.quarantineId());
        view.put("organization_id", record.organizationId());
        view.put("reason", record.reason());
        view.put("message", record.reason().message());
        view.put("detail", record.detail());
        view.put("index", record.index());
        view.put("received_at", record.receivedAt());
        view.put("size_bytes", record.sizeBytes());
        view.put("sha256", record.sha256());
        view.put("headers", record.headers());
        view.put("raw_base64", record.rawBase64());
        return view;
    }
}
