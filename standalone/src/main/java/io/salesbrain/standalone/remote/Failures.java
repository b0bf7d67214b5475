package io.salesbrain.standalone.remote;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/** Why a request got no answer, in a few words: the JDK's own exceptions often have none. */
public final class Failures {
    private Failures() {}

    public static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the host name is not known";
            }
        }
        var message = failure.getMessage();
        return switch (failure) {
            case HttpTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "the connection was refused";
            default -> message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        };
    }
}
