package io.salesbrain.query.api;

import static io.javalin.http.HandlerType.GET;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the server says of itself: a document for programs, a page for people. Both are made once, when the server starts and
 * knows all its routes.
 */
public final class Description {
    private static final Operation DOCUMENT = Operation.says(Tag.OPERATIONS, "This description, by OpenAPI 3.1.")
            .more("Made from the routes this server has. It has an ETag: ask with If-None-Match.")
            .answersText("application/json", "The document.");

    private static final Operation PAGE = Operation.says(Tag.OPERATIONS, "This description as a page for people.")
            .answersText("text/html", "The page.");

    /** A text with its mark. */
    private static final class Made {
        private final byte[] bytes;
        private final String tag;

        private Made(byte[] bytes, String tag) {
            this.bytes = bytes;
            this.tag = tag;
        }

        static Made of(byte[] bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Made(bytes, "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    private volatile Made document = Made.of(new byte[0]);
    private volatile Made page = Made.of(new byte[0]);

    private Description() {}

    /** @param elsewhere routes that do not go through the server's table */
    public static void register(JavalinConfig config, Api api, List<Route> elsewhere) {
        var description = new Description();
        var script = Made.of(resource("docs.js"));
        var style = Made.of(resource("docs.css"));
        api.open(GET, "/openapi.json", DOCUMENT, ctx -> give(ctx, description.document, "application/json"));
        api.open(GET, "/docs", PAGE, ctx -> give(ctx, description.page, "text/html;charset=utf-8"));
        config.routes.get("/docs/docs.js", ctx -> give(ctx, script, "text/javascript;charset=utf-8"));
        config.routes.get("/docs/docs.css", ctx -> give(ctx, style, "text/css;charset=utf-8"));
        config.events.serverStarting(() -> description.make(config, elsewhere));
    }

    private void make(JavalinConfig config, List<Route> elsewhere) {
        var routes = new ArrayList<>(elsewhere);
        routes.addAll(Route.of(config));
        var made = OpenApi.of(routes, Examples.read());
        document = Made.of(bytes(made));
        page = Made.of(DocsPage.of(routes, made).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree cannot be written as JSON", e);
        }
    }

    private static byte[] resource(String name) {
        try (var in = Description.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's " + name + " cannot be read", e);
        }
    }

    private static void give(Context ctx, Made made, String contentType) {
        ctx.header("ETag", made.tag).header("Cache-Control", "no-cache");
        var known = ctx.header("If-None-Match");
        if (known != null && known.contains(made.tag)) {
            ctx.status(304);
            return;
        }
        ctx.contentType(contentType).result(made.bytes);
    }
}
