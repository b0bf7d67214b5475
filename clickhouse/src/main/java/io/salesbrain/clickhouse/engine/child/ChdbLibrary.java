package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The C functions of libchdb.so, one Java method each; no rules beyond passing memory back and forth. */
@SuppressWarnings("restricted") // calling C is what this class is for
final class ChdbLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;
    private final MethodHandle connect;
    private final MethodHandle closeConnection;
    private final MethodHandle query;
    private final MethodHandle classify;
    private final MethodHandle insertBegin;
    private final MethodHandle insertAppend;
    private final MethodHandle insertDone;
    private final MethodHandle insertError;
    private final MethodHandle insertDestroy;
    private final MethodHandle resultBuffer;
    private final MethodHandle resultLength;
    private final MethodHandle resultError;
    private final MethodHandle resultRows;
    private final MethodHandle storageRowsRead;
    private final MethodHandle storageBytesRead;
    private final MethodHandle rowsWritten;
    private final MethodHandle bytesWritten;
    private final MethodHandle resultDestroy;

    private ChdbLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
        MemoryLayout[] statement = {
            ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG
        };
        connect = bind("chdb_connect", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS));
        closeConnection = bind("chdb_close_conn", FunctionDescriptor.ofVoid(ADDRESS));
        query = bind("chdb_query_with_params_n", FunctionDescriptor.of(ADDRESS, statement));
        classify = bind(
                "chdb_classify_query_n",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
        insertBegin = bind("chdb_stream_insert_with_params_n", FunctionDescriptor.of(ADDRESS, statement));
        insertAppend = bind("chdb_stream_append", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        insertDone = bind("chdb_stream_done", FunctionDescriptor.of(ADDRESS, ADDRESS));
        insertError = bind("chdb_stream_insert_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
        insertDestroy = bind("chdb_destroy_insert_stream", FunctionDescriptor.ofVoid(ADDRESS));
        resultBuffer = bind("chdb_result_buffer", FunctionDescriptor.of(ADDRESS, ADDRESS));
        resultLength = bind("chdb_result_length", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultError = bind("chdb_result_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
        resultRows = bind("chdb_result_rows_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        storageRowsRead = bind("chdb_result_storage_rows_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        storageBytesRead = bind("chdb_result_storage_bytes_read", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        rowsWritten = bind("chdb_result_rows_written", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        bytesWritten = bind("chdb_result_bytes_written", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        resultDestroy = bind("chdb_destroy_query_result", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /** Loads the library, and keeps it from taking over this process's signals. */
    static ChdbLibrary load(Path file) {
        ChdbLibrary library = new ChdbLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
        MethodHandle setSignalHandlers =
                library.bind("chdb_set_signal_handlers_enabled", FunctionDescriptor.ofVoid(JAVA_INT));
        call(() -> {
            setSignalHandlers.invokeExact(0);
            return true;
        });
        return library;
    }

    /** A new connection, or none when the engine refuses; it has then said why on the standard error stream. */
    @Nullable
    MemorySegment connect(List<String> arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pointers = arena.allocate(ADDRESS, arguments.size() + 1L);
            for (int i = 0; i < arguments.size(); i++) {
                pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(arguments.get(i)));
            }
            pointers.setAtIndex(ADDRESS, arguments.size(), MemorySegment.NULL);
            MemorySegment connection = call(() -> (MemorySegment) connect.invokeExact(arguments.size(), pointers));
            return connection.address() == 0 ? null : connection;
        }
    }

    void close(MemorySegment connection) {
        call(() -> {
            closeConnection.invokeExact(connection);
            return true;
        });
    }

    MemorySegment query(MemorySegment connection, StatementMemory statement) {
        MemorySegment target = dereference(connection);
        return call(() -> (MemorySegment) query.invokeExact(
                target,
                statement.sql(),
                statement.sql().byteSize(),
                statement.format(),
                statement.format().byteSize(),
                statement.names(),
                statement.nameLengths(),
                statement.values(),
                statement.valueLengths(),
                statement.parameterCount()));
    }

    /** Fills a {@code chdb_query_analysis_v1} for the statement. */
    void classify(MemorySegment connection, MemorySegment sql, MemorySegment analysis) {
        MemorySegment target = dereference(connection);
        call(() -> (int) classify.invokeExact(target, sql, sql.byteSize(), MemorySegment.NULL, 0L, analysis));
    }

    MemorySegment insertBegin(MemorySegment connection, StatementMemory statement) {
        MemorySegment target = dereference(connection);
        return call(() -> (MemorySegment) insertBegin.invokeExact(
                target,
                statement.sql(),
                statement.sql().byteSize(),
                statement.format(),
                statement.format().byteSize(),
                statement.names(),
                statement.nameLengths(),
                statement.values(),
                statement.valueLengths(),
                statement.parameterCount()));
    }

    boolean insertAppend(MemorySegment stream, MemorySegment data, long length) {
        return call(() -> (int) insertAppend.invokeExact(stream, data, length)) == 0;
    }

    MemorySegment insertDone(MemorySegment stream) {
        return call(() -> (MemorySegment) insertDone.invokeExact(stream));
    }

    @Nullable
    String insertError(MemorySegment stream) {
        return text(call(() -> (MemorySegment) insertError.invokeExact(stream)));
    }

    void insertDestroy(MemorySegment stream) {
        call(() -> {
            insertDestroy.invokeExact(stream);
            return true;
        });
    }

    @Nullable
    String resultError(MemorySegment result) {
        return text(call(() -> (MemorySegment) resultError.invokeExact(result)));
    }

    /** The result's bytes, which live until the result is destroyed. */
    MemorySegment resultBytes(MemorySegment result) {
        long length = count(resultLength, result);
        if (length == 0) {
            return MemorySegment.NULL;
        }
        return call(() -> (MemorySegment) resultBuffer.invokeExact(result)).reinterpret(length);
    }

    long resultRows(MemorySegment result) {
        return count(resultRows, result);
    }

    long storageRowsRead(MemorySegment result) {
        return count(storageRowsRead, result);
    }

    long storageBytesRead(MemorySegment result) {
        return count(storageBytesRead, result);
    }

    long rowsWritten(MemorySegment result) {
        return count(rowsWritten, result);
    }

    long bytesWritten(MemorySegment result) {
        return count(bytesWritten, result);
    }

    void resultDestroy(MemorySegment result) {
        call(() -> {
            resultDestroy.invokeExact(result);
            return true;
        });
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor) {
        MemorySegment symbol = symbols.find(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The engine library has no function " + name + ": it is not the pinned version."));
        return LINKER.downcallHandle(symbol, descriptor);
    }

    private static long count(MethodHandle counter, MemorySegment result) {
        return call(() -> (long) counter.invokeExact(result));
    }

    /** The C interface hands out a pointer to the connection pointer, and takes the latter. */
    private static MemorySegment dereference(MemorySegment connection) {
        return connection.reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    private static @Nullable String text(MemorySegment pointer) {
        if (pointer.address() == 0) {
            return null;
        }
        MemorySegment unbounded = pointer.reinterpret(Long.MAX_VALUE);
        long length = 0;
        while (unbounded.get(JAVA_BYTE, length) != 0) {
            length++;
        }
        return new String(unbounded.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private interface NativeCall<T> {
        T run() throws Throwable;
    }

    private static <T> T call(NativeCall<T> nativeCall) {
        try {
            return nativeCall.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A call into the engine library failed.", e);
        }
    }
}
