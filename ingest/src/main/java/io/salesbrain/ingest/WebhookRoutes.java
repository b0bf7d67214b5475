package io.salesbrain.ingest;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the webhook receiver on somebody's server; whose, and on which port, is not its business. */
public final class WebhookRoutes {
    public static final String PATH = "/webhooks/instantly/webhook";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoutes.class);

    private static final Executor ANSWERING = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("answering").factory());

    private final WebhookPipeline pipeline;

    WebhookRoutes(WebhookPipeline pipeline) {
        this.pipeline = pipeline;
    }

    public void register(JavalinConfig server) {
        server.routes.post(PATH, this::receive);
    }

    private void receive(Context context) {
        var answer = answer(context);
        if (answer.isDone()) {
            write(answer.join(), context);
        } else {
            // On a thread of its own: a sender that does not read its answer must not hold up the log's.
            context.future(() -> answer.thenAcceptAsync(ready -> write(ready, context), ANSWERING));
        }
    }

    private static void write(Answer answer, Context context) {
        context.status(answer.status()).contentType("application/json").result(answer.json());
        answer.retryAfterSeconds().ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
        if (answer.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
    }

    private CompletableFuture<Answer> answer(Context context) {
        var sent = context.req();
        try {
            // The servlet's own stream: the body is neither collected nor limited before the pipeline reads it.
            return pipeline.receive(new WebhookRequest(
                            sent::getHeader,
                            () -> headers(context),
                            sent.getContentLengthLong(),
                            sent.getInputStream()))
                    .exceptionally(WebhookRoutes::failed);
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    private static Answer failed(Throwable failure) {
        LOG.error("a webhook could not be served", failure);
        return Answer.refused(new RefusedException(Refusal.UNAVAILABLE));
    }

    private static Map<String, String> headers(Context context) {
        var byName = new HashMap<String, String>();
        var sent = context.req();
        Collections.list(sent.getHeaderNames())
                .forEach(name -> byName.putIfAbsent(name.toLowerCase(Locale.ROOT), sent.getHeader(name)));
        return byName;
    }
}
