package io.salesbrain.clickhouse.engine.child;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error as ClickHouse words it ({@code Code: 62. DB::Exception: … (SYNTAX_ERROR)}), with the HTTP status a server gives it. */
final class EngineError extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)\\.");
    private static final Pattern NAME =
            Pattern.compile("\\(([A-Z][A-Z0-9_]+)\\)(?: \\(version [^)]*(?:\\([^)]*\\))?\\))?\\s*$");
    private static final int STD_EXCEPTION = 1001;

    private static final Set<String> BAD_REQUEST = Set.of(
            "BAD_ARGUMENTS",
            "CANNOT_COMPILE_REGEXP",
            "CANNOT_PARSE_TEXT",
            "CANNOT_PARSE_ESCAPE_SEQUENCE",
            "CANNOT_PARSE_QUOTED_STRING",
            "CANNOT_PARSE_DATE",
            "CANNOT_PARSE_DATETIME",
            "CANNOT_PARSE_NUMBER",
            "CANNOT_PARSE_DOMAIN_VALUE_FROM_STRING",
            "CANNOT_PARSE_IPV4",
            "CANNOT_PARSE_IPV6",
            "CANNOT_PARSE_UUID",
            "CANNOT_PARSE_INPUT_ASSERTION_FAILED",
            "DUPLICATE_COLUMN",
            "ILLEGAL_COLUMN",
            "THERE_IS_NO_COLUMN",
            "UNKNOWN_ELEMENT_IN_AST",
            "UNKNOWN_TYPE_OF_AST_NODE",
            "TOO_DEEP_AST",
            "TOO_BIG_AST",
            "UNEXPECTED_AST_STRUCTURE",
            "SYNTAX_ERROR",
            "INCORRECT_DATA",
            "TYPE_MISMATCH",
            "VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE");
    private static final Set<String> NOT_FOUND = Set.of(
            "UNKNOWN_TABLE",
            "UNKNOWN_FUNCTION",
            "UNKNOWN_IDENTIFIER",
            "UNKNOWN_TYPE",
            "UNKNOWN_STORAGE",
            "UNKNOWN_DATABASE",
            "UNKNOWN_SETTING",
            "UNKNOWN_DIRECTION_OF_SORTING",
            "UNKNOWN_AGGREGATE_FUNCTION",
            "UNKNOWN_FORMAT",
            "UNKNOWN_DATABASE_ENGINE",
            "UNKNOWN_TYPE_OF_QUERY",
            "UNKNOWN_ROLE");

    private final int code;
    private final int httpStatus;

    private EngineError(int code, int httpStatus, String message) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** An error that the native engine reported. */
    static EngineError reported(String message) {
        Matcher code = CODE.matcher(message);
        Matcher name = NAME.matcher(message);
        return new EngineError(
                code.find() ? Integer.parseInt(code.group(1)) : STD_EXCEPTION,
                name.find() ? httpStatus(name.group(1)) : 500,
                message);
    }

    private static EngineError own(int code, String name, int httpStatus, String sentence) {
        return new EngineError(code, httpStatus, "Code: " + code + ". DB::Exception: " + sentence + " (" + name + ")");
    }

    static EngineError badRequest(String sentence) {
        return own(36, "BAD_ARGUMENTS", 400, sentence);
    }

    static EngineError syntax(String sentence) {
        return own(62, "SYNTAX_ERROR", 400, sentence);
    }

    static EngineError refused(String sentence) {
        return own(497, "ACCESS_DENIED", 403, sentence);
    }

    static EngineError tooLarge(String sentence) {
        return own(229, "QUERY_IS_TOO_LARGE", 413, sentence);
    }

    static EngineError unauthenticated() {
        return own(
                516,
                "AUTHENTICATION_FAILED",
                403,
                "default: Authentication failed: password is incorrect, or there is no user with such name.");
    }

    static EngineError incompleteBody(String sentence) {
        return own(23, "CANNOT_READ_FROM_ISTREAM", 400, sentence);
    }

    static EngineError stopping() {
        return own(439, "CANNOT_SCHEDULE_TASK", 503, "The embedded engine is stopping.");
    }

    static EngineError internal(String sentence) {
        return own(49, "LOGICAL_ERROR", 500, sentence);
    }

    int code() {
        return code;
    }

    int httpStatus() {
        return httpStatus;
    }

    /** The sentence itself; an error made here always has one. */
    String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    private static int httpStatus(String name) {
        if (BAD_REQUEST.contains(name)) {
            return 400;
        }
        if (NOT_FOUND.contains(name)) {
            return 404;
        }
        return switch (name) {
            case "ACCESS_DENIED", "SET_NON_GRANTED_ROLE" -> 403;
            case "TIMEOUT_EXCEEDED" -> 408;
            case "QUERY_IS_TOO_LARGE" -> 413;
            case "NOT_IMPLEMENTED" -> 501;
            case "SOCKET_TIMEOUT", "CANNOT_OPEN_FILE", "CANNOT_SCHEDULE_TASK" -> 503;
            default -> 500;
        };
    }
}
