package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.readmodel.Progress;

/** Whether everything is in, for the administrator. */
public final class PipelineRoutes {
    public static final Operation PIPELINE = Operation.says(
                    Tag.ADMINISTRATION, "How many events came in, and how many of them every answer includes.")
            .more("At rest lag is 0, accepted = processed + duplicates and stored = processed.")
            .answers(Progress.Pipeline.class);

    private final Progress progress;

    public PipelineRoutes(Progress progress) {
        this.progress = progress;
    }

    public void pipeline(Context ctx) throws InterruptedException {
        Answers.json(ctx, progress.pipeline());
    }
}
