package io.salesbrain.query.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The dashboard's files from the classpath, where they are; without them a line that says where the answers are. */
public final class Dashboard {
    private static final String FOLDER = "/dashboard";
    private static final String INDEX = FOLDER + "/index.html";
    private static final String WITHOUT = "Salesbrain answers under /api; this build has no dashboard.\n";

    private Dashboard() {}

    public static void register(JavalinConfig config) {
        var index = read();
        if (index.length == 0) {
            config.routes.get(
                    "/", ctx -> ctx.contentType("text/plain;charset=utf-8").result(WITHOUT));
            return;
        }
        config.routes.get("/", ctx -> page(ctx, index));
        if (Dashboard.class.getResource(FOLDER + "/assets") != null) {
            // Their names change with their content.
            folder(config, "/assets", FOLDER + "/assets", "public, max-age=31536000, immutable");
        }
        folder(config, "/", FOLDER, "no-cache");
        // The page finds its screen by the path: /leads/… is a screen, /api/… and files are not.
        config.routes.error(404, ctx -> {
            if (isScreen(ctx)) {
                ctx.status(200);
                page(ctx, index);
            }
        });
    }

    private static boolean isScreen(Context ctx) {
        var accept = ctx.header("Accept");
        return ctx.method().name().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && !ctx.path().startsWith("/api/")
                && !ctx.path().startsWith("/webhooks/")
                && !ctx.path().startsWith("/assets/");
    }

    private static void page(Context ctx, byte[] index) {
        ctx.header("Cache-Control", "no-cache")
                .contentType("text/html;charset=utf-8")
                .result(index);
    }

    private static void folder(JavalinConfig config, String path, String folder, String cacheControl) {
        config.staticFiles.add(files -> {
            files.hostedPath = path;
            files.directory = folder;
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", cacheControl);
        });
    }

    private static byte[] read() {
        try (var in = Dashboard.class.getResourceAsStream(INDEX)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboard's page cannot be read", e);
        }
    }
}
