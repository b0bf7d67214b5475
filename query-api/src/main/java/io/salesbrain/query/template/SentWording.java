package io.salesbrain.query.template;

import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words of a template that somebody sends: in a language there is, and with placeholders there are. */
public record SentWording(String language, @Nullable String subject, String text) {
    private static final int MOST_CHARACTERS = 10_000;

    /**
     * @param complaint what is wrong with a text, in one sentence
     * @param placeholders those there are, for whoever wrote another
     */
    public static SentWording read(Body body, Function<String, Optional<String>> complaint, List<String> placeholders) {
        var language = body.text("language");
        if (!ProgramText.LANGUAGES.contains(language)) {
            throw ApiException.badField("language", "language is en or de.");
        }
        var subject = body.optionalText("subject");
        subject.flatMap(complaint).ifPresent(said -> refuse("subject", said, placeholders));
        var text = body.longText("text", MOST_CHARACTERS);
        complaint.apply(text).ifPresent(said -> refuse("text", said, placeholders));
        return new SentWording(language, subject.orElse(null), text);
    }

    private static void refuse(String field, String complaint, List<String> placeholders) {
        throw ApiException.badField(field, complaint + " There are " + String.join(", ", placeholders) + ".");
    }
}
