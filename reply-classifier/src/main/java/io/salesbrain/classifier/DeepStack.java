package io.salesbrain.classifier;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Runs something on a thread with a very deep stack. ONNX Runtime, when it is first loaded, recurses about once per
 * character of the process's command line; a class path of some 14 000 characters there overflows an ordinary stack in
 * native code, which ends the process without a word. The memory is only reserved, not used.
 */
final class DeepStack {
    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    static <T> T call(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                },
                "load-model",
                STACK_BYTES);
        thread.start();
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }
}
