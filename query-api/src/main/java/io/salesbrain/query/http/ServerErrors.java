package io.salesbrain.query.http;

import io.salesbrain.events.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the server refuses before any route sees it, a path with a NUL in it say, is answered in the same shape as all else. */
public final class ServerErrors extends ErrorHandler {
    private static final int FIRST_OF_OURS = 500;

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var error = code < FIRST_OF_OURS
                ? Map.of("code", "bad_request", "message", "The request is not one that can be read.")
                : Map.of("code", "internal_error", "message", "Something went wrong on our side.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        var body = Json.write(Map.of("error", error)).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
