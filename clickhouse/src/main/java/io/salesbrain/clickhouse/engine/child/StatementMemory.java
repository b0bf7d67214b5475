package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A statement, its format and its bound parameters laid out in native memory. */
record StatementMemory(
        MemorySegment sql,
        MemorySegment format,
        MemorySegment names,
        MemorySegment nameLengths,
        MemorySegment values,
        MemorySegment valueLengths,
        long parameterCount) {

    static StatementMemory of(Arena arena, byte[] sql, String format, Map<String, String> parameters) {
        int count = parameters.size();
        MemorySegment names = arena.allocate(ADDRESS, count + 1L);
        MemorySegment nameLengths = arena.allocate(JAVA_LONG, count + 1L);
        MemorySegment values = arena.allocate(ADDRESS, count + 1L);
        MemorySegment valueLengths = arena.allocate(JAVA_LONG, count + 1L);
        int i = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            MemorySegment name = copy(arena, parameter.getKey().getBytes(StandardCharsets.UTF_8));
            MemorySegment value = copy(arena, parameter.getValue().getBytes(StandardCharsets.UTF_8));
            names.setAtIndex(ADDRESS, i, name);
            nameLengths.setAtIndex(JAVA_LONG, i, name.byteSize());
            values.setAtIndex(ADDRESS, i, value);
            valueLengths.setAtIndex(JAVA_LONG, i, value.byteSize());
            i++;
        }
        return new StatementMemory(
                copy(arena, sql),
                copy(arena, format.getBytes(StandardCharsets.UTF_8)),
                names,
                nameLengths,
                values,
                valueLengths,
                count);
    }

    /** One byte more than needed is allocated, so that an empty text still has an address of its own. */
    static MemorySegment copy(Arena arena, byte[] bytes) {
        MemorySegment memory = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 0, bytes.length);
        return memory.asSlice(0, bytes.length);
    }
}
