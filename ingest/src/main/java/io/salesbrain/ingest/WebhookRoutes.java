package io.salesbrain.ingest;

import io.javalin.config.JavalinConfig;

/** Puts the webhook receiver on somebody's server; whose, and on which port, is not its business. */
public final class WebhookRoutes {
    public static final String PATH = "/webhooks/instantly/webhook";

    private final WebhookPipeline pipeline;

    WebhookRoutes(WebhookPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Also with a slash behind it. */
    static boolean isWebhook(String path) {
        return path.startsWith(PATH)
                && (path.length() == PATH.length()
                        || path.substring(PATH.length()).equals("/"));
    }

    /** In front of the server's own routes and behind whatever handlers it has before them. */
    public void register(JavalinConfig server) {
        server.jetty.modifyServer(jetty -> jetty.getTail().setHandler(new WebhookHandler(pipeline)));
    }
}
