package io.salesbrain.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.salesbrain.clickhouse.WarehouseException;
import io.salesbrain.events.Json;
import io.salesbrain.log.LogException;
import io.salesbrain.query.api.ErrorView;
import io.salesbrain.query.api.ErrorView.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in JSON, errors included: whatever goes wrong, the caller reads one shape and nothing of our insides. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    private Answers() {}

    public static void json(Context ctx, Object body) {
        json(ctx, 200, body);
    }

    public static void json(Context ctx, int status, Object body) {
        try {
            ctx.status(status).contentType("application/json").result(Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    public static void error(Context ctx, ApiException failure) {
        if (failure.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"salesbrain\"");
        }
        if (failure.status() == 503 || failure.status() == 429) {
            ctx.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
        }
        var details = failure.details().isEmpty() ? null : failure.details();
        json(ctx, failure.status(), new ErrorView(new Failure(failure.code(), failure.reason(), details)));
    }

    /** Holds for every route of the server, whoever registered it. */
    public static void registerErrors(RoutesConfig routes) {
        routes.exception(ApiException.class, (failure, ctx) -> error(ctx, failure));
        routes.exception(HttpResponseException.class, (failure, ctx) -> plain(ctx, failure.getStatus()));
        routes.exception(WarehouseException.class, (failure, ctx) -> {
            LOG.warn("request {}: the warehouse did not answer", ctx.path(), failure);
            error(ctx, ApiException.unavailable("The warehouse does not answer at the moment."));
        });
        routes.exception(LogException.class, (failure, ctx) -> {
            LOG.warn("request {}: the log did not answer", ctx.path(), failure);
            error(ctx, ApiException.unavailable("The log does not answer at the moment."));
        });
        routes.exception(Exception.class, (failure, ctx) -> {
            LOG.error("request {} {} {} failed", Headers.requestId(ctx), ctx.method(), ctx.path(), failure);
            status(ctx, 500, "internal_error", "Something went wrong on our side; X-Request-Id names this request.");
        });
    }

    private static void plain(Context ctx, int status) {
        switch (status) {
            case 404 -> error(ctx, ApiException.notFound("There is nothing at this path."));
            case 405 -> status(ctx, 405, "method_not_allowed", "This path does not take this method.");
            case 413 -> status(ctx, 413, "too_large", "The body is larger than this path takes.");
            default -> status(ctx, status, "http_" + status, "The request cannot be answered.");
        }
    }

    private static void status(Context ctx, int status, String code, String message) {
        json(ctx, status, new ErrorView(new Failure(code, message, null)));
    }
}
