package io.salesbrain.query.routes;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.salesbrain.clickhouse.sink.Rebuilder;
import io.salesbrain.query.api.Api;
import io.salesbrain.query.api.Bounds;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Gate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fills ClickHouse anew from the log, for the administrator; everything else is answered meanwhile. */
public final class RebuildRoutes {
    private static final String PATH = "/api/admin/rebuild";

    private static final Operation REPORT = Operation.says(
                    Tag.ADMINISTRATION, "How far the rebuild of the warehouse is.")
            .answers(RebuildView.class);

    private static final Operation START = Operation.says(Tag.ADMINISTRATION, "Fills the warehouse anew from the log.")
            .more("Everything else is answered meanwhile.")
            .answers(202, "It has begun.", RebuildView.class)
            .fails(409, "A rebuild is running already.");

    @Says("How far a rebuild is.")
    record RebuildView(
            @Says("What it is doing.")
            @Bounds(oneOf = {"idle", "starting", "copying", "filling", "switching", "done", "failed"})
            String state,

            @Says("Whether it goes on.") boolean running,
            @Says("Of the log that were worked off.") long records,
            @Says("As far as is known.") long recordsTotal,

            @Says("Records that the warehouse took no rows of.")
            long refused,

            @Says("Null where there was none.") @Nullable Instant startedAt,
            @Says("Null while it goes on.") @Nullable Instant endedAt,

            @Says("Why it failed; null while it did not.") @Nullable
            String error) {
        static RebuildView of(Rebuilder.Report report) {
            return new RebuildView(
                    report.state(),
                    report.running(),
                    report.records(),
                    report.recordsTotal(),
                    report.refused(),
                    report.startedAt(),
                    report.endedAt(),
                    report.error());
        }
    }

    private final Gate gate;
    private final Rebuilder rebuilder;

    public RebuildRoutes(Gate gate, Rebuilder rebuilder) {
        this.gate = gate;
        this.rebuilder = rebuilder;
    }

    public void register(JavalinConfig config) {
        var api = new Api(config.routes, gate);
        api.admin(GET, PATH, REPORT, this::report);
        api.admin(POST, PATH, START, this::start);
    }

    private void report(Context ctx) {
        Answers.json(ctx, RebuildView.of(rebuilder.report()));
    }

    private void start(Context ctx) {
        if (!rebuilder.start()) {
            throw ApiException.conflict("A rebuild is running already; GET " + PATH + " shows how far it is.");
        }
        Answers.json(ctx, 202, RebuildView.of(rebuilder.report()));
    }
}
