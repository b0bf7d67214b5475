package io.salesbrain.testkit.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A guard taken away.
 *
 * @param name what is no longer asked, for people
 * @param source below {@code src/main} of the module
 * @param guard where it stands in the source, everywhere this matches
 * @param instead what stands there now, with groups of the match as in {@link java.util.regex.Matcher#replaceAll(String)}
 * @param tests of which one must fail
 */
public record Removal(String name, Path source, Pattern guard, String instead, List<Class<?>> tests) {
    public Removal {
        tests = List.copyOf(tests);
    }

    @Override
    public String toString() {
        return name;
    }

    /** @throws IllegalStateException where the guard is not found: then this says nothing about the product any more */
    String changed(Path module) {
        try {
            var text = Files.readString(module.resolve("src/main").resolve(source));
            var matcher = guard.matcher(text);
            if (!matcher.find()) {
                throw new IllegalStateException(source + " has no " + guard + " any more.");
            }
            return matcher.replaceAll(instead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
