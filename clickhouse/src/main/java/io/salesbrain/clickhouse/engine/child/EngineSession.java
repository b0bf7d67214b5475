package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the engine, opened for one request. Opening takes about 0.2 ms, and it gives what HTTP promises: no
 * setting, database or temporary table of one request is seen by the next.
 */
final class EngineSession implements AutoCloseable {
    private static final int CHUNK_BYTES = 256 * 1024;

    private final ChdbLibrary library;
    private final MemorySegment connection;

    EngineSession(ChdbLibrary library, MemorySegment connection) {
        this.library = library;
        this.connection = connection;
    }

    void use(String database) throws EngineError {
        run("USE `" + database.replace("\\", "\\\\").replace("`", "\\`") + "`");
    }

    void set(Map<String, String> settings) throws EngineError {
        if (!settings.isEmpty()) {
            run(settings.entrySet().stream()
                    .map(setting -> setting.getKey() + " = '"
                            + setting.getValue().replace("\\", "\\\\").replace("'", "\\'") + "'")
                    .collect(Collectors.joining(", ", "SET ", "")));
        }
    }

    /** Runs a statement that has been checked by the guard; the caller closes the result. */
    QueryResult query(byte[] sql, String format, Map<String, String> parameters) throws EngineError {
        StatementGuard.check(sql, StatementAnalysis.of(library, connection, sql));
        return execute(sql, format, parameters);
    }

    /** Streams the data into an INSERT; when reading the data fails nothing of it is committed. */
    QueryResult insert(InsertText insert, InputStream data, Map<String, String> parameters)
            throws EngineError, IOException {
        byte[] whole = insert.whole();
        StatementGuard.check(whole, StatementAnalysis.of(library, connection, whole));
        try (Arena arena = Arena.ofConfined()) {
            StatementMemory statement = StatementMemory.of(arena, insert.statement(), insert.format(), parameters);
            MemorySegment stream = library.insertBegin(connection, statement);
            try {
                String refused = library.insertError(stream);
                if (refused != null) {
                    throw EngineError.reported(refused);
                }
                append(stream, data, arena.allocate(CHUNK_BYTES));
                return checked(library.insertDone(stream));
            } finally {
                library.insertDestroy(stream);
            }
        }
    }

    /** Stops early when the engine has found an error in the data; asking it for the result then tells which. */
    private void append(MemorySegment stream, InputStream data, MemorySegment chunk) throws IOException {
        byte[] buffer = new byte[CHUNK_BYTES];
        int read = data.readNBytes(buffer, 0, CHUNK_BYTES);
        while (read > 0) {
            MemorySegment.copy(buffer, 0, chunk, JAVA_BYTE, 0, read);
            if (!library.insertAppend(stream, chunk, read)) {
                return;
            }
            read = data.readNBytes(buffer, 0, CHUNK_BYTES);
        }
    }

    private void run(String sql) throws EngineError {
        execute(sql.getBytes(StandardCharsets.UTF_8), "Null", Map.of()).close();
    }

    private QueryResult execute(byte[] sql, String format, Map<String, String> parameters) throws EngineError {
        try (Arena arena = Arena.ofConfined()) {
            return checked(library.query(connection, StatementMemory.of(arena, sql, format, parameters)));
        }
    }

    private QueryResult checked(MemorySegment result) throws EngineError {
        @Nullable String error = library.resultError(result);
        if (error != null) {
            library.resultDestroy(result);
            throw EngineError.reported(error);
        }
        return new QueryResult(library, result);
    }

    @Override
    public void close() {
        library.close(connection);
    }
}
