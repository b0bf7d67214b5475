package io.salesbrain.clickhouse.engine.child;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.zip.GZIPOutputStream;

/** ClickHouse's HTTP interface in front of the native engine, as far as the stock Java clients use it. */
final class EngineHandler implements HttpHandler {
    private static final String USER = "default";
    private static final long MAX_DRAINED_BYTES = 64L << 20;

    private final NativeEngine engine;
    private final byte[] password;
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    EngineHandler(NativeEngine engine, String password) {
        this.engine = engine;
        this.password = password.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!open.readLock().tryLock()) {
                fail(exchange, EngineError.stopping());
                return;
            }
            try {
                guarded(exchange);
            } finally {
                open.readLock().unlock();
            }
        }
    }

    /** Waits until no request is at work and lets no other begin; false when one takes longer than the grace. */
    boolean finish(Duration grace) throws InterruptedException {
        return open.writeLock().tryLock(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded(HttpExchange exchange) throws IOException {
        try {
            route(exchange);
        } catch (EngineError e) {
            fail(exchange, e);
        } catch (LimitedBody.TooLong e) {
            fail(exchange, EngineError.tooLarge(message(e)));
        } catch (IOException e) {
            fail(exchange, EngineError.incompleteBody(message(e)));
        } catch (RuntimeException e) {
            e.printStackTrace();
            fail(exchange, EngineError.internal("The embedded engine failed: " + e));
        }
    }

    private void route(HttpExchange exchange) throws EngineError, IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/ping", "/replicas_status" -> ok(exchange);
            case "/" -> {
                EngineRequest request = EngineRequest.of(exchange);
                if (exchange.getRequestMethod().equals("GET") && request.query().isEmpty()) {
                    ok(exchange);
                } else {
                    authenticate(request);
                    run(exchange, request);
                }
            }
            default -> {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void authenticate(EngineRequest request) throws EngineError {
        boolean known = request.user().equals(USER)
                && MessageDigest.isEqual(password, request.password().getBytes(StandardCharsets.UTF_8));
        if (!known) {
            throw EngineError.unauthenticated();
        }
    }

    private void run(HttpExchange exchange, EngineRequest request) throws EngineError, IOException {
        long started = System.nanoTime();
        try (EngineSession session = engine.session()) {
            if (!request.database().equals("default")) {
                session.use(request.database());
            }
            session.set(request.settings());
            try (QueryResult result = execute(session, exchange, request)) {
                answer(exchange, request, result, System.nanoTime() - started);
            }
        }
    }

    private static QueryResult execute(EngineSession session, HttpExchange exchange, EngineRequest request)
            throws EngineError, IOException {
        LimitedBody body = EngineRequest.data(exchange);
        InsertText insertInUrl = InsertText.parse(request.query().getBytes(StandardCharsets.UTF_8));
        if (insertInUrl != null) {
            return insert(session, insertInUrl, body, request);
        }
        byte[] text = request.text(body);
        InsertText insert = InsertText.parse(text);
        if (insert != null) {
            return insert(session, insert, InputStream.nullInputStream(), request);
        }
        exchange.getResponseHeaders().set("X-ClickHouse-Format", OutputFormat.of(text, request.format()));
        return session.query(text, request.format(), request.parameters());
    }

    private static QueryResult insert(EngineSession session, InsertText insert, InputStream body, EngineRequest request)
            throws EngineError, IOException {
        InputStream data = new SequenceInputStream(insert.inlineData(), body);
        return session.insert(insert, data, request.parameters());
    }

    private static void answer(HttpExchange exchange, EngineRequest request, QueryResult result, long elapsedNanos)
            throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/octet-stream");
        headers.set("X-ClickHouse-Server-Display-Name", "salesbrain-embedded");
        headers.set("X-ClickHouse-Query-Id", request.queryId());
        headers.set("X-ClickHouse-Timezone", "UTC");
        headers.set("X-ClickHouse-Summary", result.summary(elapsedNanos));
        if (result.length() == 0) {
            exchange.sendResponseHeaders(200, -1);
        } else if (request.gzipAnswer()) {
            headers.set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody(), 64 * 1024)) {
                result.writeTo(out);
            }
        } else {
            exchange.sendResponseHeaders(200, result.length());
            result.writeTo(exchange.getResponseBody());
        }
    }

    private static void ok(HttpExchange exchange) throws IOException {
        byte[] body = "Ok.\n".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void fail(HttpExchange exchange, EngineError error) throws IOException {
        if (exchange.getResponseCode() != -1) {
            return;
        }
        drain(exchange);
        byte[] body = (error.text() + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", Integer.toString(error.code()));
        exchange.sendResponseHeaders(error.httpStatus(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** A client that is still sending would lose the answer, and with it the reason, if the connection were closed on it. */
    private static void drain(HttpExchange exchange) {
        try {
            exchange.getRequestBody().skip(MAX_DRAINED_BYTES);
        } catch (IOException _) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
    }

    private static String message(IOException e) {
        String message = e.getMessage();
        return message == null ? "The request's body could not be read." : message;
    }
}
