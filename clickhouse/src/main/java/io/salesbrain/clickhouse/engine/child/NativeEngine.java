package io.salesbrain.clickhouse.engine.child;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine of this process, open on one data folder for as long as this object is. */
final class NativeEngine implements AutoCloseable {
    private final ChdbLibrary library;
    private final List<String> connectArguments;
    /** The engine shuts down with its last connection, so one is kept. */
    private final MemorySegment keeper;

    private NativeEngine(ChdbLibrary library, List<String> connectArguments, MemorySegment keeper) {
        this.library = library;
        this.connectArguments = connectArguments;
        this.keeper = keeper;
    }

    /** Opens the data folder, or returns null when it cannot be opened; why stands on the standard error stream then. */
    static @Nullable NativeEngine open(Path libraryFile, Path dataFolder, Path settingsFile) {
        ChdbLibrary library = ChdbLibrary.load(libraryFile);
        List<String> arguments = List.of(
                "salesbrain-engine",
                "--path=" + dataFolder,
                "--config-file=" + settingsFile,
                "--users_config=" + settingsFile);
        MemorySegment keeper = library.connect(arguments);
        return keeper == null ? null : new NativeEngine(library, arguments, keeper);
    }

    EngineSession session() throws EngineError {
        MemorySegment connection = library.connect(connectArguments);
        if (connection == null) {
            throw EngineError.internal("The engine gave no connection.");
        }
        return new EngineSession(library, connection);
    }

    @Override
    public void close() {
        library.close(keeper);
    }
}
