package io.salesbrain.benchmarks.api;

import io.salesbrain.benchmarks.Installation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Many watchers of one organization: how long until the last one has what was posted. */
final class LiveStreams {
    private static final int EVENTS = 20;
    private static final int PATIENCE_S = 60;

    private final Installation installation;
    private final HttpClient client;
    private final String key;
    private final String secret;

    LiveStreams(Installation installation, HttpClient client, String key, String secret) {
        this.installation = installation;
        this.client = client;
        this.key = key;
        this.secret = secret;
    }

    void measure(int number) throws IOException, InterruptedException {
        var watchers = new ArrayList<Watcher>();
        try {
            for (int i = 0; i < number; i++) {
                var watcher = new Watcher();
                watchers.add(watcher);
                // Ends with the stream; whether it began, the watcher knows.
                var _ = client.sendAsync(
                        HttpRequest.newBuilder(installation.uri("/api/live"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        HttpResponse.BodyHandlers.fromLineSubscriber(watcher));
            }
            for (var watcher : watchers) {
                if (!watcher.greeted.await(PATIENCE_S, TimeUnit.SECONDS)) {
                    long greeted = watchers.stream()
                            .filter(each -> each.greeted.getCount() == 0)
                            .count();
                    throw new IOException("only " + greeted + " of " + number + " streams opened");
                }
            }
            tell(number, watchers);
        } finally {
            watchers.forEach(Watcher::close);
        }
    }

    private void tell(int number, List<Watcher> watchers) throws IOException, InterruptedException {
        var millis = new double[EVENTS];
        for (int event = 0; event < EVENTS; event++) {
            var lead = "watched" + event + "@customer.example";
            var seen = new CountDownLatch(number);
            watchers.forEach(watcher -> watcher.expect(lead, seen));
            var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            installation.post(
                    "/webhooks/instantly/webhook",
                    secret,
                    "{\"event_type\":\"link_clicked\",\"timestamp\":\"" + at
                            + "\",\"campaign_id\":\"live\",\"lead_email\":\"" + lead
                            + "\",\"email_account\":\"box@agency.example\",\"step\":1,\"variant\":1}");
            long acceptedNanos = System.nanoTime();
            if (!seen.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IOException(seen.getCount() + " of " + number + " streams did not show an event");
            }
            millis[event] = (System.nanoTime() - acceptedNanos) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d live streams: an event that was accepted is on all of them after %.0f ms (median of %d), %.0f ms at most%n",
                number, millis[EVENTS / 2], EVENTS, millis[EVENTS - 1]);
    }

    /** Reads one stream line by line. */
    private static final class Watcher implements Flow.Subscriber<String>, AutoCloseable {
        private record Expected(String text, CountDownLatch seen) {}

        private final CountDownLatch greeted = new CountDownLatch(1);
        private final ConcurrentLinkedQueue<Expected> expected = new ConcurrentLinkedQueue<>();
        private volatile Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };

        void expect(String text, CountDownLatch seen) {
            expected.add(new Expected(text, seen));
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            greeted.countDown();
            var next = expected.peek();
            if (next != null && line.contains(next.text())) {
                expected.remove();
                next.seen().countDown();
            }
        }

        @Override
        public void onError(Throwable failure) {
            System.err.println("a stream ended: " + failure);
        }

        @Override
        public void onComplete() {
            // It ends when the installation does.
        }

        @Override
        public void close() {
            subscription.cancel();
        }
    }
}
