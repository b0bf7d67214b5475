package io.salesbrain.query.routes;

import io.javalin.http.Context;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.Cost;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.http.Answers;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import io.salesbrain.query.http.Cursor;
import io.salesbrain.query.http.Page;
import io.salesbrain.query.http.Parameters;
import io.salesbrain.query.readmodel.CostIndex;
import io.salesbrain.query.warehouse.Archive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is spent. A cost that was answered is in every later answer. */
public final class CostRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(CostRoutes.class);
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("99999999999999");
    private static final int MAX_DECIMALS = 4;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final CostIndex costs;
    private final TopicFollower<String, Cost> follower;
    private final LogWriter log;
    private final Archive archive;
    private final InstantSource clock;
    private final Duration patience;
    /** Whether a cost is new is asked and answered without another write in between. */
    private final ReentrantLock writing = new ReentrantLock();

    public CostRoutes(
            CostIndex costs,
            TopicFollower<String, Cost> follower,
            LogWriter log,
            Archive archive,
            InstantSource clock,
            Duration patience) {
        this.costs = costs;
        this.follower = follower;
        this.log = log;
        this.archive = archive;
        this.clock = clock;
        this.patience = patience;
    }

    public void put(Context ctx, OrganizationId organization) throws InterruptedException {
        var cost = read(Body.of(ctx), organization);
        boolean isNew = write(cost);
        awaitStored(cost);
        Answers.json(ctx, isNew ? 201 : 200, view(cost));
    }

    public void list(Context ctx, OrganizationId organization) {
        int limit = Parameters.limit(ctx);
        var start = Cursor.read(ctx, 2, parts -> new CostIndex.Place(Instant.parse(parts.get(0)), parts.get(1)));
        var page = Page.of(
                costs.list(organization, start, limit + 1),
                limit,
                cost -> Cursor.of(cost.incurredAt().toString(), cost.costId()));
        Answers.json(ctx, page.toMap(CostRoutes::view));
    }

    private Cost read(Body body, OrganizationId organization) {
        body.optionalText("organization_id").ifPresent(named -> {
            if (!named.equals(organization.value())) {
                throw ApiException.forbidden("The body names another organization than this request is for.");
            }
        });
        var campaign = body.optionalText("campaign_id");
        var account = body.optionalText("account").map(CostRoutes::account);
        if (campaign.isPresent() && account.isPresent()) {
            throw ApiException.badField("account", "A cost is on a campaign or on an account, not on both.");
        }
        return new Cost(
                organization,
                body.text("cost_id"),
                amount(body.decimal("amount")),
                currency(body.text("currency")),
                body.time("incurred_at"),
                campaign.orElse(null),
                account.orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String account(String text) {
        return EmailAddress.parse(text)
                .orElseThrow(() -> ApiException.badField("account", "account is an e-mail address."));
    }

    private static BigDecimal amount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(MAX_AMOUNT) > 0) {
            throw ApiException.badField("amount", "amount lies between 0 and " + MAX_AMOUNT + ".");
        }
        if (amount.scale() > MAX_DECIMALS && amount.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw ApiException.badField("amount", "amount has at most " + MAX_DECIMALS + " decimals.");
        }
        return Amounts.plain(amount);
    }

    private static String currency(String text) {
        var code = text.toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw (ApiException) ApiException.badField("currency", "currency is a code of ISO 4217 such as EUR.")
                    .initCause(e);
        }
    }

    private boolean write(Cost cost) throws InterruptedException {
        writing.lockInterruptibly();
        try {
            boolean isNew = costs.find(cost.organizationId(), cost.costId()).isEmpty();
            var place = log.appendAndWait(Topics.COSTS, cost.key(), cost);
            follower.awaitOffset(place.partition(), place.offset(), patience);
            return isNew;
        } finally {
            writing.unlock();
        }
    }

    /** Money answers come from the warehouse; waiting here a moment lets the next one include this cost. */
    private void awaitStored(Cost cost) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        try {
            while (!archive.hasCost(cost.organizationId(), cost.costId(), cost.recordedAt())) {
                if (System.nanoTime() > deadlineNanos) {
                    LOG.warn("cost {} is in the log but not yet in the warehouse", cost.key());
                    return;
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped while waiting for a cost to be stored");
                }
            }
        } catch (WarehouseException e) {
            LOG.warn("cost {} is in the log; the warehouse does not say whether it has it", cost.key(), e);
        }
    }

    private static Map<String, @Nullable Object> view(Cost cost) {
        var view = new LinkedHashMap<String, @Nullable Object>();
        view.put("cost_id", cost.costId());
        view.put("organization_id", cost.organizationId());
        view.put("amount", cost.amount().toPlainString());
        view.put("currency", cost.currency());
        view.put("incurred_at", cost.incurredAt());
        view.put("campaign_id", cost.campaignId());
        view.put("account", cost.account());
        view.put("recorded_at", cost.recordedAt());
        return view;
    }
}
