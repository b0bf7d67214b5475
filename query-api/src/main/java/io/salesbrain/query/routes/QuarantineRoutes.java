package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.events.DeadLetter;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.QuarantineReason;
import io.salesbrain.events.QuarantineReplayed;
import io.salesbrain.events.Quarantined;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was set aside, and trying it again, for the administrator. */
public final class QuarantineRoutes {
    private static final int MAX_IDS = 1_000;

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
        Answers.json(ctx, page(found).toMap(this::view));
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
        Answers.json(ctx, page(found).toMap(QuarantineRoutes::view));
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

    private Map<String, @Nullable Object> view(Quarantined record) {
        var replay = replays.find(record.quarantineId());
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("quarantine_id", record.quarantineId());
        view.put("organization_id", record.organizationId());
        view.put("state", replay.filter(QuarantineReplayed::isComplete).isPresent() ? "replayed" : "open");
        view.put("reason", record.reason());
        view.put("message", record.reason().message());
        view.put("detail", record.detail());
        view.put("index", record.index());
        view.put("received_at", record.receivedAt());
        view.put("replay", replay.map(QuarantineRoutes::view).orElse(null));
        view.put("size_bytes", record.sizeBytes());
        view.put("sha256", record.sha256());
        view.put("headers", record.headers());
        view.put("raw_base64", record.rawBase64());
        return view;
    }

    private static Map<String, Object> view(QuarantineReplayed replay) {
        return Map.of("at", replay.at(), "accepted", replay.accepted(), "rejected", replay.rejected());
    }

    private static Map<String, @Nullable Object> view(ReplayReport report) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("replayed", report.replayed());
        view.put("accepted", report.accepted());
        view.put("rejected", report.rejected());
        view.put("skipped", report.skipped());
        view.put("items", report.items());
        view.put(
                "next_starting_after",
                report.goesOnAt().map(QuarantineRoutes::cursor).orElse(null));
        return view;
    }

    private static Map<String, Object> view(DeadLetter letter) {
        var view = new LinkedHashMap<String, Object>();
        view.put("topic", letter.topic());
        view.put("partition", letter.partition());
        view.put("offset", letter.offset());
        view.put("record_key", letter.recordKey());
        view.put("error", letter.error());
        view.put("set_aside_at", letter.setAsideAt());
        view.put("value_base64", letter.valueBase64());
        return view;
    }
}
