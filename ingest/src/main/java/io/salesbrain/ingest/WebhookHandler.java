package io.salesbrain.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhook on the server itself, below the layer of servlets: there an answer is written without ever waiting for
 * the sender to read it, so one thread writes them all.
 */
final class WebhookHandler extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookHandler.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final WebhookPipeline pipeline;
    private final ExecutorService answering = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("answering").factory());

    WebhookHandler(WebhookPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Reading a body waits for the sender. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        boolean ours = HttpMethod.POST.is(request.getMethod())
                && WebhookRoutes.isWebhook(request.getHttpURI().getCanonicalPath());
        if (!ours) {
            return super.handle(request, response, callback);
        }
        var answer = answer(request);
        if (answer.isDone()) {
            write(answer.join(), response, callback);
        } else {
            // Not on the log's own thread, which the next records wait for.
            var _ = answer.thenAcceptAsync(ready -> write(ready, response, callback), answering);
        }
        return true;
    }

    private static void write(Answer answer, Response response, Callback callback) {
        try {
            response.setStatus(answer.status());
            var headers = response.getHeaders();
            headers.put(HttpHeader.CONTENT_TYPE, "application/json");
            answer.retryAfterSeconds().ifPresent(seconds -> headers.put(HttpHeader.RETRY_AFTER, seconds));
            if (answer.status() == 401) {
                headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            }
            response.write(true, ByteBuffer.wrap(answer.json().getBytes(StandardCharsets.UTF_8)), callback);
        } catch (RuntimeException e) {
            callback.failed(e);
        }
    }

    private CompletableFuture<Answer> answer(Request request) {
        try {
            return pipeline.receive(new WebhookRequest(
                            request.getHeaders()::get,
                            () -> headers(request),
                            request.getLength(),
                            Content.Source.asInputStream(request)))
                    .exceptionally(WebhookHandler::failed);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private static Answer failed(Throwable failure) {
        LOG.error("a webhook could not be served", failure);
        return Answer.refused(new RefusedException(Refusal.UNAVAILABLE));
    }

    private static Map<String, String> headers(Request request) {
        var byName = new HashMap<String, String>();
        request.getHeaders()
                .forEach(field -> byName.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
        return byName;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        answering.shutdown();
        if (!answering.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("some webhooks got no answer because the server stopped");
        }
    }
}
