package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.DeadLetter;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.Quarantined;
import io.salesbrain.query.api.Operation;
import io.salesbrain.query.api.Parameter;
import io.salesbrain.query.api.Tag;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Gate;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.quarantine.NewestFirst;
import io.salesbrain.query.quarantine.QuarantineReader;
import io.salesbrain.query.quarantine.ReplayReport;
import io.salesbrain.query.quarantine.ReplayRunning;
import io.salesbrain.query.quarantine.Replaying;
import io.salesbrain.query.quarantine.Replays;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was set aside, and trying it again, for the administrator. */
public final class QuarantineRoutes {
    private static final int MAX_IDS = 1_000;

    private static final Parameter REASON = Parameter.oneOf(
            "reason",
            "Only what was set aside for this.",
            Arrays.stream(QuarantineReason.values()).map(QuarantineReason::code).toList(),
            "");

    public static final Operation LIST = Operation.says(Tag.ADMINISTRATION, "What was set aside, the newest first.")
            .more("With a filter a page may hold fewer than asked for and still have a next one.")
            .with(
                    Parameter.text("organization_id", "Only this organization's."),
                    REASON,
                    Parameter.oneOf(
                            "state",
                            "Only what is still open, or was replayed.",
                            List.of("open", "replayed", "all"),
                            "all"))
            .paged()
            .answersPage(QuarantinedView.class);

    public static final Operation ONE = Operation.says(Tag.ADMINISTRATION, "One delivery that was set aside.")
            .with(Parameter.path("quarantine_id", "A quarantine_id of the list.", "019ca12f8a900123456789abcdef"))
            .answers(QuarantinedView.class);

    public static final Operation REPLAY = Operation.says(
                    Tag.ADMINISTRATION, "Tries deliveries again that were set aside.")
            .more(
                    "Either those named or all that fit. What was taken is not taken again. A replay of all answers when its time"
                            + " is up; next_starting_after is then where the next one goes on.")
            .takes(ReplaySent.class, "{\"all\":true,\"reason\":\"missing_lead_email\"}")
            .answers(200, "What came of it.", ReplayReportView.class)
            .fails(409, "Another replay is running.");

    public static final Operation DEAD_LETTERS = Operation.says(
                    Tag.ADMINISTRATION, "Records that could not be stored, the newest first.")
            .paged()
            .answersPage(DeadLetterView.class);

    private final QuarantineReader quarantine;
    private final NewestFirst<DeadLetter> deadLetters;
    private final Replays replays;
    private final Replaying replaying;
    private final Gate gate;

    public QuarantineRoutes(
            QuarantineReader quarantine,
            NewestFirst<DeadLetter> deadLetters,
            Replays replays,
            Replaying replaying,
            Gate gate) {
        this.quarantine = quarantine;
        this.deadLetters = deadLetters;
        this.replays = replays;
        this.replaying = replaying;
        this.gate = gate;
    }

    /** Newest first. With a filter a page may hold fewer than asked for and still have a next one. */
    public void list(Context ctx) throws InterruptedException {
        int limit = Parameters.limit(ctx);
        var before = offset(ctx);
        var filter = belongsTo(Parameters.text(ctx, "organization_id").map(gate::existing))
                .and(hasReason(Parameters.text(ctx, "reason")
                        .map(text ->
                                reason(text).orElseThrow(() -> ApiException.badParameter("reason", reasonIsOneOf())))))
                .and(isIn(Parameters.text(ctx, "state").orElse("all")));
        var found = quarantine.newest(before, limit, filter);
        Answers.json(ctx, page(found).map(this::view));
    }

    public void one(Context ctx) {
        var id = ctx.pathParam("quarantine_id");
        var record = quarantine
                .find(id)
                .orElseThrow(() -> ApiException.notFound("Nothing is in quarantine under this quarantine_id."));
        Answers.json(ctx, view(record));
    }

    /** Either the ones named or all that fit; a replay of all may go on in a next request. */
    public void replay(Context ctx) throws InterruptedException {
        var body = Body.of(ctx);
        var ids = new LinkedHashSet<>(body.texts("quarantine_ids", MAX_IDS));
        var organization = body.optionalText("organization_id").map(gate::existing);
        var reason = body.optionalText("reason")
                .map(text -> reason(text).orElseThrow(() -> ApiException.badField("reason", reasonIsOneOf())));
        boolean all = body.flag("all");
        var from = body.optionalText("starting_after")
                .map(text -> Cursor.parse(text, 1, parts -> Long.parseLong(parts.getFirst())));
        if (all == !ids.isEmpty()) {
            throw ApiException.badField(
                    "quarantine_ids", "Say either which quarantine_ids (at least one) or \"all\": true.");
        }
        if (!all && (organization.isPresent() || reason.isPresent() || from.isPresent())) {
            throw ApiException.badField(
                    "all", "organization_id, reason and starting_after go together with \"all\": true only.");
        }
        try {
            var report =
                    all ? replaying.all(belongsTo(organization).and(hasReason(reason)), from) : replaying.these(ids);
            Answers.json(ctx, view(report));
        } catch (ReplayRunning e) {
            throw (ApiException) ApiException.replayRunning().initCause(e);
        }
    }

    /** Records that could not be stored, newest first. */
    public void deadLetters(Context ctx) throws InterruptedException {
        var found = deadLetters.page(offset(ctx), Parameters.limit(ctx), _ -> true);
        Answers.json(ctx, page(found).map(DeadLetterView::of));
    }

    private static Optional<Long> offset(Context ctx) {
        return Cursor.read(ctx, 1, parts -> Long.parseLong(parts.getFirst()));
    }

    private static <V> Page<V> page(NewestFirst.Found<V> found) {
        return new Page<>(
                found.records(),
                found.goesOnBefore().map(QuarantineRoutes::cursor).orElse(null));
    }

    private static String cursor(long offset) {
        return Cursor.of(Long.toString(offset));
    }

    private static Predicate<Quarantined> belongsTo(Optional<OrganizationId> owner) {
        return record -> owner.isEmpty() || owner.get().equals(record.organizationId());
    }

    private static Predicate<Quarantined> hasReason(Optional<QuarantineReason> reason) {
        return record -> reason.isEmpty() || reason.get() == record.reason();
    }

    private Predicate<Quarantined> isIn(String state) {
        return switch (state) {
            case "all" -> _ -> true;
            case "open" -> record -> !replays.isReplayed(record.quarantineId());
            case "replayed" -> record -> replays.isReplayed(record.quarantineId());
            default -> throw ApiException.badParameter("state", "state is open, replayed or all.");
        };
    }

    private static Optional<QuarantineReason> reason(String text) {
        return Arrays.stream(QuarantineReason.values())
                .filter(reason -> reason.code().equals(text))
                .findFirst();
    }

    private static String reasonIsOneOf() {
        return "reason is one of "
                + Arrays.stream(QuarantineReason.values())
                        .map(QuarantineReason::code)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private QuarantinedView view(Quarantined record) {
        return QuarantinedView.of(record, replays.find(record.quarantineId()));
    }

    private static ReplayReportView view(ReplayReport report) {
        return new ReplayReportView(
                report.replayed(),
                report.accepted(),
                report.rejected(),
                report.skipped(),
                report.items(),
                report.goesOnAt().map(QuarantineRoutes::cursor).orElse(null));
    }
}
