package io.salesbrain.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page and the collection in the project's docs are those of the routes as they are. */
final class ApiPagesTest {
    private static final String COMMAND = "./salesbrain test -pl query-api -am -Dtest=ExamplesTest,ApiPagesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dapi.write=true";

    private static final Path DOCS = Path.of(System.getProperty("salesbrain.home", ".."), "docs");
    private static final Sample SAMPLE = Sample.shared();

    @Test
    void thePageIsAsTheRoutesAre() throws IOException {
        isWritten("api.md", ApiPage.of(SAMPLE.routes, SAMPLE.document.json));
    }

    @Test
    void theCollectionIsAsTheRoutesAre() throws IOException {
        isWritten("salesbrain.postman_collection.json", Collection.of(SAMPLE.routes) + "\n");
    }

    private static void isWritten(String name, String text) throws IOException {
        var file = DOCS.resolve(name);
        if (Boolean.getBoolean("api.write")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/" + name + "; to write it anew: " + COMMAND)
                .isEqualTo(text);
    }
}
