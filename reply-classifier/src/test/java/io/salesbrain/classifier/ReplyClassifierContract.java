package io.salesbrain.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesbrain.events.ReplyCategory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every classifier keeps, whatever the reply. */
abstract class ReplyClassifierContract {
    static final Instant RECEIVED = Instant.parse("2026-11-18T09:00:00Z");
    private static final long SEED = 42;
    private static final int MEBI = 1 << 20;

    private final ReplyClassifier classifier = classifier();

    abstract ReplyClassifier classifier();

    @AfterEach
    void close() {
        classifier.close();
    }

    static Stream<String> hostileTexts() {
        Random random = new Random(SEED);
        byte[] noise = new byte[64 * 1024];
        random.nextBytes(noise);
        return Stream.of(
                "",
                "\0",
                "\ud83d",
                "\ude00\ud83d x",
                "👍🏽 👩‍👩‍👧 🇩🇪",
                "F\u00c3\u00bcr =C3=BC f\u00fcr &uuml; \ufffd",
                new String(noise, StandardCharsets.ISO_8859_1),
                new String(noise, StandardCharsets.UTF_16),
                "a".repeat(5 * MEBI),
                "wort ".repeat(MEBI));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void neverThrowsAndAlwaysAnswersInFull(String text) {
        for (Reply reply : List.of(
                new Reply("", text, "", RECEIVED, false),
                new Reply("", "", text, RECEIVED, true),
                new Reply(text, "", "", RECEIVED, false))) {
            Classification answer = classifier.classify(reply);
            assertThat(answer.probabilities()).containsOnlyKeys(ReplyCategory.values());
            assertThat(answer.probabilities().values().stream()
                            .mapToDouble(p -> p)
                            .sum())
                    .isCloseTo(1, within(1e-5));
            assertThat(answer.probabilities().values()).allMatch(p -> p <= answer.probability(answer.category()));
            assertThat(answer.modelVersion()).isEqualTo(classifier.modelVersion());
            assertThat(answer.visibleText().length()).isLessThanOrEqualTo(20_000);
        }
    }

    /** Each of these makes a backtracking or quadratic cleaner hang for hours; the limit only guards against that. */
    @ParameterizedTest
    @MethodSource("explosiveTexts")
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void longRepetitionsDoNotExplode(String unit) {
        String text = unit.repeat(MEBI / unit.length());
        assertThat(classifier.classify(Reply.ofText(text, RECEIVED)).probabilities())
                .hasSize(ReplyCategory.values().length);
        assertThat(classifier.classify(new Reply("", "", text, RECEIVED, true)).probabilities())
                .hasSize(ReplyCategory.values().length);
    }

    static Stream<String> explosiveTexts() {
        return Stream.of(
                ">",
                "> ",
                ">\n",
                "On \n",
                "On a wrote",
                "Am 1.",
                "From:\n",
                "=",
                "=C3",
                "<div>",
                "<",
                "&",
                "<blockquote>",
                "<div id=appendonsend></div>",
                "<b></b><div id=\"divRplyFwdMsg\">",
                "1.",
                "1-",
                "+1",
                "a@",
                "bis ",
                "monday ",
                "-",
                "_",
                "?",
                "\u00c3",
                "\u0300",
                "PS:\n");
    }

    @Test
    void aMachineIsNeverInterested() {
        Reply reply = new Reply("", "Sounds good, can we talk on Tuesday?", "", RECEIVED, true);
        Classification answer = classifier.classify(reply);
        assertThat(answer.category())
                .isIn(ReplyCategory.OUT_OF_OFFICE, ReplyCategory.WRONG_PERSON, ReplyCategory.OTHER);
        assertThat(answer.probability(ReplyCategory.MEETING_REQUEST)).isZero();
        Reply bySubject = new Reply("Automatic reply: Hi", "Sounds good", "", RECEIVED, false);
        assertThat(classifier.classify(bySubject).probability(ReplyCategory.INTERESTED))
                .isZero();
    }

    @Test
    void anAbsenceHasAReturnDateAndNothingElseHas() {
        Classification away = classifier.classify(
                Reply.ofText("I am out of the office on vacation and will be back on 30 November.", RECEIVED));
        assertThat(away.category()).isEqualTo(ReplyCategory.OUT_OF_OFFICE);
        assertThat(away.returnDate()).contains(LocalDate.of(2026, 11, 30));
        Classification talk = classifier.classify(Reply.ofText("Can we talk on 30 November?", RECEIVED));
        assertThat(talk.category()).isEqualTo(ReplyCategory.MEETING_REQUEST);
        assertThat(talk.returnDate()).isEmpty();
    }

    @Test
    void aForeignLanguageIsLeftToAPerson() {
        for (String text : List.of(
                "Non merci, nous ne sommes pas intéressés par votre offre.",
                "No gracias, no nos interesa por ahora.",
                "Nee bedankt, wij hebben hier geen interesse in.")) {
            Classification answer = classifier.classify(Reply.ofText(text, RECEIVED));
            assertThat(answer.language()).isEqualTo("other");
            assertThat(answer.abstained()).isTrue();
        }
    }

    @Test
    void aBareMeetingRequestIsOne() {
        Classification answer = classifier.classify(Reply.ofText("Sounds good, can we talk on Tuesday?", RECEIVED));
        assertThat(answer.category()).isEqualTo(ReplyCategory.MEETING_REQUEST);
        assertThat(answer.language()).isEqualTo("en");
        assertThat(answer.abstained()).isFalse();
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() throws Exception {
        List<String> texts =
                List.of("Kein Bedarf.", "Please call me.", "", "What does it cost?".repeat(50), "Unsubscribe");
        List<Classification> alone = texts.stream()
                .map(t -> classifier.classify(Reply.ofText(t, RECEIVED)))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Classification>>> answers = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                answers.add(threads.submit(() -> Stream.generate(() -> texts)
                        .limit(50)
                        .flatMap(List::stream)
                        .map(t -> classifier.classify(Reply.ofText(t, RECEIVED)))
                        .toList()));
            }
            for (Future<List<Classification>> answer : answers) {
                List<Classification> got = answer.get();
                for (int i = 0; i < got.size(); i++) {
                    assertThat(got.get(i)).isEqualTo(alone.get(i % texts.size()));
                }
            }
        }
    }
}
