package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.readmodel.Progress;

/** Whether everything is in, for the administrator. */
public final class PipelineRoutes {
    private final Progress progress;

    public PipelineRoutes(Progress progress) {
        this.progress = progress;
    }

    public void pipeline(Context ctx) throws InterruptedException {
        Answers.json(ctx, progress.pipeline());
    }
}
