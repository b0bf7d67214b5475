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

    /** Codes for a state of the server, not of the statement. */
    private static final Set<Integer> SERVER_CODES = Set.of(
            3, // UNEXPECTED_END_OF_FILE
            23, // CANNOT_READ_FROM_ISTREAM
            74, // CANNOT_READ_FROM_FILE_DESCRIPTOR
            75, // CANNOT_WRITE_TO_FILE_DESCRIPTOR
            76, // CANNOT_OPEN_FILE
            159, // TIMEOUT_EXCEEDED
            173, // CANNOT_ALLOCATE_MEMORY
            202, // TOO_MANY_SIMULTANEOUS_QUERIES
            203, // NO_FREE_CONNECTION
            209, // SOCKET_TIMEOUT
            210, // NETWORK_ERROR
            225, // NO_ZOOKEEPER
            236, // ABORTED
            241, // MEMORY_LIMIT_EXCEEDED
            242, // TABLE_IS_READ_ONLY
            243, // NOT_ENOUGH_SPACE
            252, // TOO_MANY_PARTS
            279, // ALL_CONNECTION_TRIES_FAILED
            285, // TOO_FEW_LIVE_REPLICAS
            319, // UNKNOWN_STATUS_OF_INSERT
            425, // SYSTEM_ERROR
            439, // CANNOT_SCHEDULE_TASK
            999, // KEEPER_EXCEPTION
            1000, // POCO_EXCEPTION
            1001, // STD_EXCEPTION
            1002); // UNKNOWN_EXCEPTION

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BAD_GATEWAY = 502;

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
                    return new WarehouseException(kind(server), server.getCode(), message, failure);
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

    /** An unknown code counts as a wrong statement, so that data is never put aside for a reason nobody has looked at. */
    private static Kind kind(ServerException server) {
        if (DATA_CODES.contains(server.getCode())) {
            return Kind.POISON;
        }
        boolean unavailable = SERVER_CODES.contains(server.getCode())
                || server.isRetryable()
                || server.getTransportProtocolCode() == TOO_MANY_REQUESTS
                || server.getTransportProtocolCode() >= BAD_GATEWAY;
        return unavailable ? Kind.UNAVAILABLE : Kind.STATEMENT;
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
