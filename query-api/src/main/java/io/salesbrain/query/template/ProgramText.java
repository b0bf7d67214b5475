package io.salesbrain.query.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text that comes with the program: a file with one line of its own, an empty line, and the text.
 *
 * @param head what stands in the first line, behind the word that says what it is
 */
public record ProgramText(String head, String text) {
    /** There is each text in each of them. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    /**
     * @param owner beside which the file lies
     * @param mark how the first line begins
     */
    public static ProgramText read(Class<?> owner, String file, String mark) {
        try (var in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its template " + file);
            }
            var parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new ProgramText(parts[0].substring(mark.length()).strip(), parts[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + file + " cannot be read", e);
        }
    }
}
