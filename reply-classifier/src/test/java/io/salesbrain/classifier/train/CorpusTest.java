package io.salesbrain.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    private static final Path CORPUS = Path.of("corpus");

    @Test
    void trainAndTestShareNoNearDuplicates() {
        List<CorpusLine> train = Corpus.folder(CORPUS.resolve("train"));
        List<CorpusLine> test = Corpus.folder(CORPUS.resolve("test"));
        List<String> alike = Duplicates.across(texts(train), texts(test)).stream()
                .map(pair -> train.get(pair.first()).id() + " ~ "
                        + test.get(pair.second()).id())
                .toList();
        assertThat(alike).isEmpty();
    }

    @Test
    void noAuthorWritesBothTrainAndTest() {
        List<String> trainAuthors = authors(Corpus.folder(CORPUS.resolve("train")));
        assertThat(authors(Corpus.folder(CORPUS.resolve("test")))).doesNotContainAnyElementsOf(trainAuthors);
    }

    @Test
    void theDuplicateSearchFindsWhatComparingPairsFinds() {
        List<String> left = List.of("Kein Bedarf, danke.", "Please call me tomorrow", "", "ok");
        List<String> right = List.of("Kein Bedarf, danke!", "Please call me today", "Who are you?", "OK");
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                int first = i;
                int second = j;
                boolean found = Duplicates.across(left, right).stream()
                        .anyMatch(p -> p.first() == first && p.second() == second);
                assertThat(found)
                        .as("%s against %s", left.get(i), right.get(j))
                        .isEqualTo(Duplicates.similarity(left.get(i), right.get(j)) > Duplicates.LIMIT);
            }
        }
    }

    @Test
    void aBadLineIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, "{\"text\":\"a\",\"category\":\"other\"}\n\n{\"text\":\"a\",\"category\":\"maybe\"}\n");
        assertThatThrownBy(() -> Corpus.file(file))
                .hasMessageContaining("bad.jsonl:3")
                .hasMessageContaining("maybe");
        Files.writeString(file, "nonsense\n");
        assertThatThrownBy(() -> Corpus.file(file)).hasMessageContaining("bad.jsonl:1 is not JSON");
    }

    private static List<String> texts(List<CorpusLine> lines) {
        return lines.stream().map(CorpusLine::text).toList();
    }

    private static List<String> authors(List<CorpusLine> lines) {
        return lines.stream()
                .map(CorpusLine::author)
                .filter(a -> !a.isEmpty())
                .distinct()
                .toList();
    }
}
