package io.salesbrain.clickhouse;

import com.clickhouse.client.api.ClientMisconfigurationException;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.metadata.NoSuchColumnException;
import com.clickhouse.client.api.query.NullValueException;
import java.util.Set;

/** A statement or insert that did not succeed, told apart by what the caller can do about it. */
public final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** ClickHouse's codes for data that will be refused however often it is sent. */
    private static final Set<Integer> DATA_CODES = Set.of(
            6, // CANNOT_PARSE_TEXT
            25, // CANNOT_PARSE_ESCAPE_SEQUENCE
            26, // CANNOT_PARSE_QUOTED_STRING
            27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
            33, // CANNOT_READ_ALL_DATA
            38, // CANNOT_PARSE_DATE
            41, // CANNOT_PARSE_DATETIME
            53, // TYPE_MISMATCH
            69, // ARGUMENT_OUT_OF_BOUND
            70, // CANNOT_CONVERT_TYPE
            72, // CANNOT_PARSE_NUMBER
            117, // INCORRECT_DATA
            130, // CANNOT_READ_ARRAY_FROM_TEXT
            131, // TOO_LARGE_STRING_SIZE
            229, // QUERY_IS_TOO_LARGE
            321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
            349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
            376, // CANNOT_PARSE_UUID
            407, // DECIMAL_OVERFLOW
            457, // BAD_QUERY_PARAMETER
            469, // VIOLATED_CONSTRAINT
            675, // CANNOT_PARSE_IPV4
            676, // CANNOT_PARSE_IPV6
            691); // UNKNOWN_ELEMENT_OF_ENUM

    /** Codes for a statement, a schema or an account that is wrong: waiting does not help, and the data is not to blame. */
    private static final Set<Integer> STATEMENT_CODES = Set.of(
            8, // THERE_IS_NO_COLUMN
            15, // DUPLICATE_COLUMN
            16, // NO_SUCH_COLUMN_IN_TABLE
            20, // NUMBER_OF_COLUMNS_DOESNT_MATCH
            36, // BAD_ARGUMENTS
            42, // NUMBER_OF_ARGUMENTS_DOESNT_MATCH
            43, // ILLEGAL_TYPE_OF_ARGUMENT
            44, // ILLEGAL_COLUMN
            46, // UNKNOWN_FUNCTION
            47, // UNKNOWN_IDENTIFIER
            48, // NOT_IMPLEMENTED
            50, // UNKNOWN_TYPE
            57, // TABLE_ALREADY_EXISTS
            60, // UNKNOWN_TABLE
            62, // SYNTAX_ERROR
            63, // UNKNOWN_AGGREGATE_FUNCTION
            73, // UNKNOWN_FORMAT
            80, // INCORRECT_QUERY
            81, // UNKNOWN_DATABASE
            82, // DATABASE_ALREADY_EXISTS
            115, // UNKNOWN_SETTING
            164, // READONLY
            192, // UNKNOWN_USER
            193, // WRONG_PASSWORD
            194, // REQUIRED_PASSWORD
            215, // NOT_AN_AGGREGATE
            386, // NO_COMMON_TYPE
            395, // FUNCTION_THROW_IF_VALUE_IS_NON_ZERO
            396, // TOO_MANY_ROWS_OR_BYTES
            456, // UNKNOWN_QUERY_PARAMETER
            497, // ACCESS_DENIED
            516); // AUTHENTICATION_FAILED

    /** What the caller can do. */
    public enum Kind {
        /** ClickHouse was not there, took too long, or was short of memory, parts or threads: the same will work later. */
        UNAVAILABLE,
        /** The data itself is refused: put it aside, sending it again is no use. */
        POISON,
        /** The statement, the schema or the account is wrong: a person has to mend it; keep the data. */
        STATEMENT
    }

    private final Kind kind;
    private final int code;

    private WarehouseException(Kind kind, int code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    static WarehouseException of(String what, Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            switch (at) {
                case ServerException server -> {
                    String message = what + " was refused: " + rootMessage(server);
                    return new WarehouseException(kind(server.getCode()), server.getCode(), message, failure);
                }
                case NullValueException _, NoSuchColumnException _, ClientMisconfigurationException _ -> {
                    String message = what + " and the code that reads it do not fit: " + rootMessage(at);
                    return new WarehouseException(Kind.STATEMENT, 0, message, failure);
                }
                default -> {}
            }
        }
        String message = what + " got no answer from ClickHouse: " + rootMessage(failure);
        return new WarehouseException(Kind.UNAVAILABLE, 0, message, failure);
    }

    public Kind kind() {
        return kind;
    }

    /** ClickHouse's own error code, 0 when it did not give one. */
    public int code() {
        return code;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return kind == Kind.UNAVAILABLE;
    }

    /** An unknown code counts as unavailable, so that data is never put aside for a reason nobody has looked at. */
    private static Kind kind(int code) {
        if (DATA_CODES.contains(code)) {
            return Kind.POISON;
        }
        return STATEMENT_CODES.contains(code) ? Kind.STATEMENT : Kind.UNAVAILABLE;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            root = at;
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message.strip();
    }
}
