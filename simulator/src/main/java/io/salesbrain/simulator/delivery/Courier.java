package io.salesbrain.simulator.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the events of one workspace to its target, each by itself, as Instantly does. A virtual thread carries each event through its delays
 * and tries; at most {@code concurrency} requests are on the wire and at most {@link #MOST_UNDERWAY} events wait.
 */
public final class Courier implements EventSink, AutoCloseable {
    public static final int MOST_UNDERWAY = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** What Instantly's requests carry. */
    private static final String USER_AGENT = "axios/0.21.4";

    private final Target target;
    private final Habits habits;
    private final long seed;
    private final Semaphore underway = new Semaphore(MOST_UNDERWAY);
    private final Semaphore onTheWire;
    private final ExecutorService carriers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("courier-", 0).factory());
    private final HttpClient http;
    private final LongAdder generated = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder duplicated = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final Map<String, LongAdder> byType = new ConcurrentHashMap<>();

    public Courier(Target target, Habits habits, long seed, int concurrency) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("A courier needs a concurrency of at least 1, not " + concurrency + ".");
        }
        this.target = target;
        this.habits = habits;
        this.seed = seed;
        this.onTheWire = new Semaphore(concurrency);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(carriers)
                .build();
    }

    @Override
    public void tell(Outgoing event) throws InterruptedException {
        generated.increment();
        byType.computeIfAbsent(event.eventType(), type -> new LongAdder()).increment();
        List<Habits.Copy> copies = event.punctual() ? Habits.ONCE_AT_ONCE : habits.fateOf(seed, event.sequence());
        if (copies.isEmpty()) {
            lost.increment();
            return;
        }
        boolean original = true;
        for (Habits.Copy copy : copies) {
            ObjectNode body = copy.altered() ? BodyVariation.of(event.body()) : event.body();
            handOver(body.toString().getBytes(StandardCharsets.UTF_8), copy.delay(), original);
            original = false;
        }
    }

    private void handOver(byte[] body, Duration delay, boolean original) throws InterruptedException {
        underway.acquire();
        try {
            carriers.execute(() -> carry(body, delay, original));
        } catch (RejectedExecutionException closed) {
            // Somebody deleted the webhook while its event was on the way: it goes nowhere.
            underway.release();
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
        Map<String, Long> types = new TreeMap<>();
        byType.forEach((type, count) -> types.put(type, count.sum()));
        return new DeliveryReport(
                generated.sum(),
                delivered.sum(),
                retried.sum(),
                duplicated.sum(),
                failed.sum(),
                lost.sum(),
                MOST_UNDERWAY - underway.availablePermits(),
                types);
    }

    /** Drops what is underway and returns at once. */
    @Override
    public void close() {
        carriers.shutdownNow();
        http.shutdownNow();
    }

    private void carry(byte[] body, Duration delay, boolean original) {
        try {
            Thread.sleep(delay);
            boolean arrived = tryUntilTaken(body);
            if (!original) {
                duplicated.increment();
            } else if (arrived) {
                delivered.increment();
            } else {
                failed.increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underway.release();
        }
    }

    private boolean tryUntilTaken(byte[] body) throws InterruptedException {
        Iterator<Duration> waits = habits.retryDelays().iterator();
        while (true) {
            if (post(body)) {
                return true;
            }
            if (!waits.hasNext()) {
                return false;
            }
            Thread.sleep(waits.next());
            retried.increment();
        }
    }

    private boolean post(byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(habits.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", USER_AGENT)
                .POST(BodyPublishers.ofByteArray(body));
        target.headers().forEach(request::setHeader);
        onTheWire.acquire();
        try {
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            LOG.debug("The webhook target {} did not take an event.", target.url(), e);
            return false;
        } finally {
            onTheWire.release();
        }
    }
}
