package io.salesbrain.instantly.client;

import java.time.Duration;
import java.util.Optional;

/** Instantly did not do what it was asked; one kind per status, with the API's own words. */
public abstract sealed class InstantlyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InstantlyException(String message) {
        super(message);
    }

    /** 400, 422: the request says something Instantly does not take. */
    public static final class Rejected extends InstantlyException {
        private static final long serialVersionUID = 1L;

        Rejected(String message) {
            super(message);
        }
    }

    /** 401: the key is not, or no longer, one of Instantly's. */
    public static final class Unauthorized extends InstantlyException {
        private static final long serialVersionUID = 1L;

        Unauthorized(String message) {
            super(message);
        }
    }

    /** 402: the workspace's plan does not contain this. */
    public static final class PlanRequired extends InstantlyException {
        private static final long serialVersionUID = 1L;

        PlanRequired(String message) {
            super(message);
        }
    }

    /** 403: the key lacks the scope. */
    public static final class ScopeMissing extends InstantlyException {
        private static final long serialVersionUID = 1L;

        ScopeMissing(String message) {
            super(message);
        }
    }

    /** 404. */
    public static final class NotFound extends InstantlyException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }

    /** 409. */
    public static final class Conflict extends InstantlyException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    /** 413: too much was asked for at once. */
    public static final class TooLarge extends InstantlyException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    /** 429, also after having waited and asked again; or our own queue for the workspace's limit is too long. */
    public static final class TooManyRequests extends InstantlyException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Nobody sends these anywhere.
        private final Optional<Duration> retryAfter;

        TooManyRequests(String message, Optional<Duration> retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** 5xx, after the tries that are allowed. */
    public static final class ServerFailed extends InstantlyException {
        private static final long serialVersionUID = 1L;

        ServerFailed(String message) {
            super(message);
        }
    }

    /** No answer: not there, not in time, or the connection broke. */
    public static final class Unreachable extends InstantlyException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message);
            initCause(cause);
        }
    }

    /** An answer that makes no sense: another status, no JSON, a cursor that leads back. */
    public static final class BadAnswer extends InstantlyException {
        private static final long serialVersionUID = 1L;

        BadAnswer(String message) {
            super(message);
        }
    }

    static InstantlyException of(int status, String message, Optional<Duration> retryAfter) {
        return switch (status) {
            case 400, 422 -> new Rejected(message);
            case 401 -> new Unauthorized(message);
            case 402 -> new PlanRequired(message);
            case 403 -> new ScopeMissing(message);
            case 404 -> new NotFound(message);
            case 409 -> new Conflict(message);
            case 413 -> new TooLarge(message);
            case 429 -> new TooManyRequests(message, retryAfter);
            default -> status >= 500 ? new ServerFailed(message) : new BadAnswer(message);
        };
    }
}
