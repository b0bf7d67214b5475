package io.salesbrain.query.http;

import io.salesbrain.events.Json;
import io.salesbrain.query.api.ErrorView;
import io.salesbrain.query.api.ErrorView.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
                ? new Failure("bad_request", "The request is not one that can be read.", null)
                : new Failure("internal_error", "Something went wrong on our side.", null);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        var body = Json.write(new ErrorView(error)).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
