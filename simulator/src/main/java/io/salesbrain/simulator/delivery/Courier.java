package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.salesbrain.simulator.delivery.Fates.Fate;
import io.salesbrain.simulator.delivery.Habits.Copy;
import io.salesbrain.simulator.oddity.OtherNotation;
import io.salesbrain.simulator.oddity.Soundness;
import io.salesbrain.simulator.world.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the events of one webhook to its target, each by itself, as Instantly does. A virtual thread carries each copy of an event through
 * its delays and tries; at most {@code concurrency} requests are on the wire, and what waits is limited in size: at most {@link #MOST_UNDERWAY}
 * copies of ordinary events, fewer of long ones. A target that fails too often is sent nothing more until {@link #resume()}.
 */
public final class Courier implements EventSink, AutoCloseable {
    public static final int MOST_UNDERWAY = 2_000;
    private static final int BYTES_OF_ORDINARY_EVENT = 16 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final String DISABLED = "Webhook is disabled";

    private final Habits habits;
    private final long seed;
    private final Journal journal;
    private final Standing standing;
    private final Ledger ledger = new Ledger();
    private final Semaphore underway = new Semaphore(MOST_UNDERWAY);
    private final Semaphore onTheWire;
    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("courier-", 0).factory());
    private final Postman postman = new Postman(carriers);
    private volatile Target target;

    public Courier(Target target, Habits habits, long seed, int concurrency) {
        this(target, habits, seed, concurrency, Journal.keepingNothing());
    }

    public Courier(Target target, Habits habits, long seed, int concurrency, Journal journal) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("A courier needs a concurrency of at least 1, not " + concurrency + ".");
        }
        this.target = target;
        this.habits = habits;
        this.seed = seed;
        this.journal = journal;
        this.standing = new Standing(habits.patience());
        this.onTheWire = new Semaphore(concurrency);
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        ledger.generated(event);
        List<Copy> copies = event.punctual() ? Habits.ONCE_AT_ONCE : habits.fateOf(seed, event.sequence());
        if (copies.isEmpty()) {
            ledger.settled(event, Fate.LOST, false);
            leaveGap(event, "Webhook delivery was skipped");
            return;
        }
        if (!standing.active()) {
            ledger.settled(event, Fate.WITHHELD, false);
            leaveGap(event, DISABLED);
            return;
        }
        Parcel parcel = new Parcel(event, copies.size(), ledger);
        int handedOver = 0;
        try {
            for (Copy copy : copies) {
                handOver(parcel, copy, handedOver == 0);
                handedOver++;
            }
        } finally {
            if (handedOver < copies.size()) {
                copiesEnded(parcel, copies.size() - handedOver);
            }
        }
    }

    @Override
    public boolean awaitQuiet(Duration atMost) throws InterruptedException {
        if (!underway.tryAcquire(MOST_UNDERWAY, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        underway.release(MOST_UNDERWAY);
        return true;
    }

    public DeliveryReport report() {
        return ledger.report();
    }

    /** Since when nothing is sent because too much failed; empty while things are sent. */
    public Optional<Instant> disabledAt() {
        return standing.disabledAt();
    }

    public void resume() {
        standing.resume();
    }

    /** Sends to another place from the next try on. */
    public void redirect(Target newTarget) {
        target = newTarget;
    }

    /** Posts a body once, disabled or not, and neither counts nor remembers it. */
    public Answer test(String body) throws InterruptedException {
        onTheWire.acquire();
        try {
            return postman.post(
                    target,
                    body.getBytes(StandardCharsets.UTF_8),
                    habits.waits().timeout());
        } finally {
            onTheWire.release();
        }
    }

    /** Drops what is underway and returns at once. */
    @Override
    public void close() {
        carriers.shutdownNow();
        postman.close();
    }

    private void copiesEnded(Parcel parcel, int copies) {
        if (parcel.copiesEnded(copies)) {
            leaveGap(parcel.event(), DISABLED);
        }
    }

    /** Of an event that was never sent, the list of webhook events knows, or it does not. */
    private void leaveGap(Outgoing event, String why) {
        if (Seeds.chance(
                Seeds.random(seed, 34, event.sequence()), habits.shares().gapListed())) {
            String payload = WireBody.of(event, event.body(), seed).json();
            new Tracks(journal, event, payload).never(target.url(), why, Instant.now());
        } else {
            ledger.unlisted();
        }
    }

    private void handOver(Parcel parcel, Copy copy, boolean original) throws InterruptedException {
        WireBody body = WireBody.of(parcel.event(), bodyOf(parcel.event(), copy), seed);
        int room = Math.min(MOST_UNDERWAY, 1 + body.bytes().length / BYTES_OF_ORDINARY_EVENT);
        underway.acquire(room);
        try {
            carriers.execute(() -> carry(parcel, copy, body, original, room));
        } catch (RejectedExecutionException closed) {
            // Somebody deleted the webhook while its event was on the way: it goes nowhere.
            underway.release(room);
            copiesEnded(parcel, 1);
        }
    }

    private ObjectNode bodyOf(Outgoing event, Copy copy) {
        return switch (copy.telling()) {
            case AS_IT_IS -> event.body();
            case ALTERED -> BodyVariation.of(event.body());
            case REWRITTEN -> OtherNotation.of(event.body(), Seeds.random(seed, 35, event.sequence()));
        };
    }

    private void carry(Parcel parcel, Copy copy, WireBody body, boolean original, int room) {
        try {
            Thread.sleep(copy.delay());
            tryUntilTaken(parcel, copy, body, original);
            copiesEnded(parcel, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underway.release(room);
        }
    }

    private void tryUntilTaken(Parcel parcel, Copy copy, WireBody body, boolean original) throws InterruptedException {
        Tracks tracks = new Tracks(journal, parcel.event(), body.json());
        Iterator<Duration> waits = habits.waits().retryDelays().iterator();
        Duration timeout = timeoutOfFirst(parcel.event(), copy);
        for (int tries = 0; ; tries++) {
            Target to = target;
            Optional<Answer> answer = tryOnce(to, body, timeout);
            if (answer.isEmpty()) {
                tracks.ended(false);
                return;
            }
            count(parcel, answer.get(), original, tries);
            Instant now = Instant.now();
            if (answer.get().taken() || !waits.hasNext()) {
                tracks.tried(to.url(), answer.get(), now, Optional.empty());
                tracks.ended(answer.get().taken());
                judge(answer.get(), now);
                return;
            }
            Duration wait = waits.next();
            tracks.tried(to.url(), answer.get(), now, Optional.of(now.plus(wait)));
            Thread.sleep(wait);
            timeout = habits.waits().timeout();
        }
    }

    /** Empty when the webhook was disabled meanwhile. */
    private Optional<Answer> tryOnce(Target to, WireBody body, Duration timeout) throws InterruptedException {
        onTheWire.acquire();
        try {
            return standing.active() ? Optional.of(postman.post(to, body.bytes(), timeout)) : Optional.empty();
        } finally {
            onTheWire.release();
        }
    }

    /** Only what a receiver takes anyway is told impatiently: of the rest it must be known exactly how it was answered. */
    private Duration timeoutOfFirst(Outgoing event, Copy copy) {
        return copy.impatient() && event.soundness() == Soundness.SOUND
                ? habits.waits().impatience()
                : habits.waits().timeout();
    }

    private void count(Parcel parcel, Answer answer, boolean original, int tries) {
        parcel.answered(answer);
        if (tries > 0) {
            ledger.retried();
        } else if (!original) {
            ledger.duplicated();
        }
    }

    private void judge(Answer answer, Instant now) {
        if (answer.taken()) {
            standing.succeeded();
        } else if (standing.failed(now)) {
            LOG.warn("The webhook to {} failed too often and is disabled.", target.url());
        }
    }
}
