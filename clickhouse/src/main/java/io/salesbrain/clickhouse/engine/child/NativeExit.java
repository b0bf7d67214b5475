package io.salesbrain.clickhouse.engine.child;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Ends the process without the exit handlers of the C library. The engine registers some, and with a query still at work they
 * wait for it; even {@link Runtime#halt} runs them.
 */
final class NativeExit {
    private NativeExit() {}

    @SuppressWarnings("restricted") // the JDK has no way of its own to leave without those handlers
    static void now(int code) {
        Linker linker = Linker.nativeLinker();
        MethodHandle exit =
                linker.downcallHandle(linker.defaultLookup().findOrThrow("_exit"), FunctionDescriptor.ofVoid(JAVA_INT));
        try {
            exit.invokeExact(code);
        } catch (Throwable e) {
            throw new IllegalStateException("The process could not end itself.", e);
        }
    }
}
