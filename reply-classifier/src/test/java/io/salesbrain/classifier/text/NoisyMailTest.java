package io.salesbrain.classifier.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.classifier.train.Corpus;
import io.salesbrain.classifier.train.CorpusLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The mess around a text must not change the text, so it cannot change the category either. */
class NoisyMailTest {
    private static final String OFFER =
            "Hi Pat,\nbuy our software.\nTo unsubscribe click here: https://sales.example/u";

    private static final List<UnaryOperator<String>> NOISES = List.of(
            text -> text + "\n\nOn Mon, Nov 3, 2026 at 10:12 AM Jo <jo@sales.example> wrote:\n\n"
                    + OFFER.replace("\n", "\n> "),
            text -> text
                    + "\r\n\r\nVon: Jo Doe <jo@sales.example>\r\nGesendet: Montag, 3. November 2026 10:12\r\nAn: Pat\r\n"
                    + "Betreff: Angebot\r\n\r\n" + OFFER,
            text -> text
                    + "\n\nMit freundlichen Grüßen\n\nPat Muster\nLeitung Einkauf\nFirma GmbH · Musterweg 1 · 10000 Berlin",
            text -> text
                    + "\n-- \nPat Muster\nhttps://firm.example\n\nThis e-mail and any attachments are confidential.",
            text -> "[EXTERN]\n\n" + text + "\n\nVon meinem iPhone gesendet\n\n> " + OFFER.replace("\n", "\n> "),
            text -> "<html><body><p>" + text + "</p><blockquote>" + OFFER + "</blockquote></body></html>",
            text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));

    @Test
    void leavesTheTextAsItWas() {
        List<CorpusLine> lines = Corpus.folder(Path.of("src/test/resources/fixture-corpus/train"));
        assertThat(lines).isNotEmpty();
        for (CorpusLine line : lines) {
            for (int i = 0; i < NOISES.size(); i++) {
                assertThat(VisibleText.ofBody(NOISES.get(i).apply(line.text())))
                        .as("%s with noise %d", line.id(), i)
                        .isEqualTo(VisibleText.ofBody(line.text()));
            }
        }
    }
}
