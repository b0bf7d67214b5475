package io.salesbrain.query.ledger;

import io.javalin.http.Context;
import io.salesbrain.events.Cost;
import io.salesbrain.events.Deal;
import io.salesbrain.events.LedgerEntry;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.http.Period;
import io.salesbrain.query.warehouse.Archive;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Costs, or deals. What was answered is in every later answer. */
public final class LedgerRoutes<T extends LedgerEntry> {
    private static final int MAX_CSV_BYTES = 4 << 20;

    private final Ledger<T> ledger;
    private final InstantSource clock;

    private LedgerRoutes(Ledger<T> ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public static LedgerRoutes<Cost> costs(
            LedgerIndex<Cost> index,
            TopicFollower<String, Cost> follower,
            LogWriter log,
            Archive archive,
            InstantSource clock,
            Duration patience) {
        return new LedgerRoutes<>(new Ledger<>(LedgerKinds.COSTS, index, follower, log, archive, patience), clock);
    }

    public static LedgerRoutes<Deal> deals(
            LedgerIndex<Deal> index,
            TopicFollower<String, Deal> follower,
            LogWriter log,
            Archive archive,
            InstantSource clock,
            Duration patience) {
        return new LedgerRoutes<>(new Ledger<>(LedgerKinds.DEALS, index, follower, log, archive, patience), clock);
    }

    /** One as JSON, or many as CSV. */
    public void post(Context ctx, OrganizationId organization) throws InterruptedException {
        var contentType = Optional.ofNullable(ctx.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (contentType.split(";", 2)[0].strip().equals("text/csv")) {
            var entries = new LedgerCsv<>(ledger.kind(), body -> read(body, organization)).read(csv(ctx));
            var taken = ledger.put(entries);
            Answers.json(
                    ctx,
                    taken.created() > 0 ? 201 : 200,
                    new TakenView(entries.size(), taken.created(), taken.updated()));
            return;
        }
        var entry = read(Body.of(ctx), organization);
        var taken = ledger.put(List.of(entry));
        Answers.json(ctx, taken.created() > 0 ? 201 : 200, view(entry));
    }

    /** Of a period, a campaign, an account, a lead where asked for. */
    public void list(Context ctx, OrganizationId organization) {
        var filter = filter(ctx);
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new LedgerIndex.Place(Instant.parse(parts.get(0)), parts.get(1)));
        var page = Page.of(
                ledger.index().list(organization, filter, start, limit + 1),
                limit,
                entry -> Cursor.of(entry.countsAt().toString(), entry.entryId()));
        Answers.json(ctx, page.map(this::view));
    }

    private Predicate<T> filter(Context ctx) {
        var from = Period.from(ctx).orElse(Instant.MIN);
        var to = Period.to(ctx).orElse(Instant.MAX);
        Predicate<T> filter =
                entry -> !entry.countsAt().isBefore(from) && entry.countsAt().isBefore(to);
        for (var field : ledger.kind().filters().entrySet()) {
            var asked = Parameters.text(ctx, field.getKey());
            if (asked.isPresent()) {
                filter = filter.and(entry -> asked.get().equals(field.getValue().apply(entry)));
            }
        }
        return filter;
    }

    public void one(Context ctx, OrganizationId organization) {
        var id = ctx.pathParam("id");
        Answers.json(ctx, view(ledger.index().find(organization, id).orElseThrow(() -> unknown(id))));
    }

    /** Answers with what was taken back. */
    public void delete(Context ctx, OrganizationId organization) throws InterruptedException {
        var id = ctx.pathParam("id");
        Answers.json(ctx, view(ledger.remove(organization, id).orElseThrow(() -> unknown(id))));
    }

    private ApiException unknown(String id) {
        return ApiException.notFound("There is no " + ledger.kind().noun() + " " + id + ".");
    }

    private T read(Body body, OrganizationId organization) {
        body.optionalText("organization_id").ifPresent(named -> {
            if (!named.equals(organization.value())) {
                throw ApiException.forbidden("The body names another organization than this request is for.");
            }
        });
        return ledger.kind().reader().read(body, organization, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Object view(T entry) {
        return ledger.kind().view().of(entry);
    }

    private static String csv(Context ctx) {
        var bytes = Body.bytes(ctx, MAX_CSV_BYTES);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw (ApiException)
                    ApiException.badRequest("The table is not in UTF-8.").initCause(e);
        }
    }
}
