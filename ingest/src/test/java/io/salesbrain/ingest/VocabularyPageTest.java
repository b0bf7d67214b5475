package io.salesbrain.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VocabularyPageTest {
    static final String COMMAND = "./salesbrain test -pl ingest -am -Dtest=VocabularyPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dvocabulary.write=true";

    private static final Path PAGE = Path.of(System.getProperty("salesbrain.home", ".."), "docs", "vocabulary.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        var text = VocabularyPage.text();
        if (Boolean.getBoolean("vocabulary.write")) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/vocabulary.md; to write it anew: " + COMMAND)
                .isEqualTo(text);
    }
}
