package io.salesbrain.instantly.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.events.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries calls to Instantly: each try takes its place within the limits first, and what failed for a while is tried again. */
final class Transport {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final String BASE = "/api/v2";
    private static final String EMAILS = "GET /emails";
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_MESSAGE = 500;
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private final HttpClient http;
    private final Access access;
    private final Limiters.OfWorkspace limits;
    private final Patience patience;
    private final MeterRegistry metrics;
    private final Ticker ticker;
    private final BooleanSupplier goesOn;

    Transport(HttpClient http, Access access, Limiters limiters, Patience patience, MeterRegistry metrics) {
        this(http, access, limiters.of(access.limitedAs()), patience, metrics, limiters.ticker(), () -> true);
    }

    private Transport(
            HttpClient http,
            Access access,
            Limiters.OfWorkspace limits,
            Patience patience,
            MeterRegistry metrics,
            Ticker ticker,
            BooleanSupplier goesOn) {
        this.http = http;
        this.access = access;
        this.limits = limits;
        this.patience = patience;
        this.metrics = metrics;
        this.ticker = ticker;
        this.goesOn = goesOn;
    }

    /** The same, but before each try it asks whether to go on. */
    Transport asLongAs(BooleanSupplier other) {
        return new Transport(http, access, limits, patience, metrics, ticker, other);
    }

    Ticker ticker() {
        return ticker;
    }

    /** @throws InstantlyException when it was not done */
    JsonNode send(Call call) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            takePlace(call);
            if (!goesOn.getAsBoolean()) {
                throw new RelievedException(call + " was not sent: this work is no longer ours.");
            }
            try {
                return sendOnce(call);
            } catch (InstantlyException failure) {
                if (tries >= patience.tries() || !isWorthAnotherTry(call, failure)) {
                    throw failure;
                }
                retry(call, failure, tries);
            }
        }
    }

    private void takePlace(Call call) throws InterruptedException {
        long from = ticker.nanos();
        boolean got = (!call.toString().equals(EMAILS) || limits.emails().acquire(patience.place()))
                && limits.all().acquire(patience.place());
        metrics.timer("salesbrain.instantly.limiter.wait").record(ticker.nanos() - from, TimeUnit.NANOSECONDS);
        if (!got) {
            throw new InstantlyException.TooManyRequests(
                    call + " found no place within Instantly's limits in "
                            + patience.place().toSeconds() + " s.",
                    Optional.empty());
        }
    }

    private static boolean isWorthAnotherTry(Call call, InstantlyException failure) {
        return switch (failure) {
            // Not done, and Instantly says so.
            case InstantlyException.TooManyRequests _ -> true;
            case InstantlyException.ServerFailed _, InstantlyException.Unreachable _ -> call.repeatable();
            case InstantlyException.Rejected _,
                    InstantlyException.Unauthorized _,
                    InstantlyException.PlanRequired _,
                    InstantlyException.ScopeMissing _,
                    InstantlyException.NotFound _,
                    InstantlyException.Conflict _,
                    InstantlyException.TooLarge _,
                    InstantlyException.BadAnswer _ -> false;
        };
    }

    private void retry(Call call, InstantlyException failure, int tries) throws InterruptedException {
        var asked = failure instanceof InstantlyException.TooManyRequests many
                ? many.retryAfter()
                : Optional.<Duration>empty();
        // What holds for one request of the workspace holds for all; where nobody sleeps, nobody is refused again.
        asked.ifPresent(limits.all()::holdBack);
        var pause = patience.pause(tries, asked, ThreadLocalRandom.current());
        metrics.counter("salesbrain.instantly.retries", "route", call.toString())
                .increment();
        LOG.debug("{} failed ({}), again in {} ms", call, failure.getMessage(), pause.toMillis());
        ticker.sleep(pause.toNanos());
    }

    private JsonNode sendOnce(Call call) throws InterruptedException {
        long from = ticker.nanos();
        String outcome = "none";
        try {
            var answer = exchange(call);
            outcome = Integer.toString(answer.statusCode());
            return read(call, answer);
        } finally {
            metrics.timer("salesbrain.instantly.requests", "route", call.toString(), "status", outcome)
                    .record(ticker.nanos() - from, TimeUnit.NANOSECONDS);
        }
    }

    /** The client's own timeout ends when an answer begins; one that never ends must not be waited for either. */
    private HttpResponse<String> exchange(Call call) throws InterruptedException {
        var pending = http.sendAsync(request(call), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            return pending.get(2 * patience.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(call, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(call, e);
        } finally {
            pending.cancel(true);
        }
    }

    private InstantlyException unreachable(Call call, Throwable cause) {
        return new InstantlyException.Unreachable(
                call + ": " + access.base().getHost() + " gave no answer (" + cause + ").", cause);
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(access.base() + BASE + call.target()))
                .timeout(patience.answer())
                .header("Authorization", "Bearer " + access.apiKey())
                .header("Accept", "application/json");
        access.subWorkspace().ifPresent(id -> request.header("x-as-workspace", id));
        // With a type and no body, Instantly's server complains about the empty JSON.
        call.body().ifPresent(_ -> request.header("Content-Type", "application/json"));
        return request.method(
                        call.method(),
                        call.body()
                                .map(body -> BodyPublishers.ofString(body.toString()))
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }

    private static JsonNode read(Call call, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status < 200 || status > 299) {
            throw InstantlyException.of(status, call + ": " + message(answer), retryAfter(answer));
        }
        try {
            return Json.MAPPER.readTree(answer.body().isBlank() ? "{}" : answer.body());
        } catch (JsonProcessingException e) {
            throw new InstantlyException.BadAnswer(call + " was not answered in JSON.");
        }
    }

    /** The API's own words: mostly {statusCode, error, message}, sometimes one of them alone, behind a proxy a page. */
    private static String message(HttpResponse<String> answer) {
        var status = "status " + answer.statusCode();
        try {
            var body = new Fields(Json.MAPPER.readTree(answer.body()));
            var said = body.optionalText("message").or(() -> body.optionalText("error"));
            return said.map(text -> text.substring(0, Math.min(text.length(), LONGEST_MESSAGE)) + " (" + status + ")")
                    .orElse(status);
        } catch (JsonProcessingException e) {
            return status;
        }
    }

    /** In seconds or as a date; an hour of it is not waited for. */
    static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .flatMap(Transport::parseRetryAfter)
                .map(asked -> asked.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : asked);
    }

    private static Optional<Duration> parseRetryAfter(String text) {
        var trimmed = text.strip();
        if (trimmed.matches("[0-9]{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(trimmed)));
        }
        try {
            var at = ZonedDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var left = Duration.between(Instant.now(), at);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
