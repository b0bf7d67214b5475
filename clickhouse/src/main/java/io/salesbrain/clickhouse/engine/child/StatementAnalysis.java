package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What the engine's own parser says of a text: how many statements, and what the gravest of them does. */
record StatementAnalysis(int statementCount, QueryClass queryClass) {
    private static final int BYTES = 16;

    /** What a statement does to what outlives it. */
    enum QueryClass {
        READ_ONLY,
        MUTATING,
        MUTATING_GLOBAL,
        CONTROL,
        UNKNOWN
    }

    static StatementAnalysis of(ChdbLibrary library, MemorySegment connection, byte[] sql) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment analysis = arena.allocate(BYTES, JAVA_INT.byteAlignment());
            analysis.set(JAVA_INT, 0, BYTES);
            library.classify(connection, StatementMemory.copy(arena, sql), analysis);
            return new StatementAnalysis(analysis.get(JAVA_INT, 4), queryClass(analysis.get(JAVA_INT, 12)));
        }
    }

    private static QueryClass queryClass(int number) {
        return switch (number) {
            case 0 -> QueryClass.READ_ONLY;
            case 1 -> QueryClass.MUTATING;
            case 2 -> QueryClass.MUTATING_GLOBAL;
            case 3 -> QueryClass.CONTROL;
            default -> QueryClass.UNKNOWN;
        };
    }
}
