package io.salesbrain.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.salesbrain.events.Event;
import io.salesbrain.tenancy.CreatedOrganization;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files posted to the real receiver; each test has an organization of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileReplayTest {
    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
    private static final Patience SHORT = new Patience(4, Duration.ofMillis(1), Duration.ofMillis(20));

    private final Path folder;
    private final Receiver receiver;
    private CreatedOrganization owner;
    private Path file;

    FileReplayTest(@TempDir Path folder) throws InterruptedException {
        this.folder = folder;
        this.receiver = new Receiver(folder.resolve("kafka"));
        this.owner = receiver.organization("first");
        this.file = folder.resolve("first.ndjson");
    }

    @BeforeEach
    void anOrganizationAndAFileOfItsOwn() throws InterruptedException {
        var id = "org-" + ORGANIZATIONS.incrementAndGet();
        owner = receiver.organization(id);
        file = folder.resolve(id + ".payloads");
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    @Test
    void reasonsNameTheLinesOfTheFile() throws Exception {
        var lines = payloads(1, 25);
        lines.set(2, "{\"no\":\"type\"}");
        lines.set(4, "  ");
        lines.set(16, "no json");
        lines.set(24, "[]");
        Files.writeString(file, String.join("\r\n", lines));

        var summary = replay(Watcher.only());

        assertThat(summary.complete()).isTrue();
        assertThat(summary.lines()).isEqualTo(25);
        assertThat(summary.tally().accepted()).isEqualTo(21);
        assertThat(summary.tally().quarantined()).isEqualTo(3);
        assertThat(summary.tally().firstQuarantined())
                .extracting(Tally.SetAside::place, Tally.SetAside::code)
                .containsExactly(
                        tuple(3L, "missing_event_type"), tuple(17L, "malformed_json"), tuple(25L, "not_an_object"));
        assertThat(receiver.events(owner)).hasSize(21);
        assertThat(progressFile()).doesNotExist();
    }

    @Test
    void stoppedInTheMiddleItGoesOnThere() throws Exception {
        Files.write(file, payloads(1, 57));
        var running = new CompletableFuture<FileReplay>();
        var first = new FileReplay(
                job(true),
                InputStream.nullInputStream(),
                Watcher.after(20, () -> running.join().stop()));
        running.complete(first);

        var stopped = first.run();

        assertThat(stopped.complete()).isFalse();
        assertThat(stopped.lines()).isEqualTo(20);
        assertThat(progressFile()).exists();
        assertThat(Files.readString(progressFile())).doesNotContain(owner.webhookSecret());

        var watcher = Watcher.only();
        var rest = replay(watcher);

        assertThat(watcher.said).containsExactly("Going on after line 20 of " + file + ".");
        assertThat(rest.complete()).isTrue();
        assertThat(rest.resumedAfter()).isEqualTo(20);
        assertThat(rest.tally().accepted()).isEqualTo(57);
        assertEveryLeadOnce(57);
        assertThat(progressFile()).doesNotExist();
    }

    @Test
    void aReceiverThatDiesMidwayCostsNothing() throws Exception {
        Files.write(file, payloads(1, 45));
        assertThatThrownBy(() -> replay(Watcher.after(30, receiver::goAway)))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("from 31 to 40 in 4 tries")
                .hasMessageContaining("the connection was refused");
        receiver.comeBack();

        var rest = replay(Watcher.only());

        assertThat(rest.resumedAfter()).isEqualTo(30);
        assertEveryLeadOnce(45);
    }

    @Test
    void aReceiverThatIsBusyIsAskedAgain() throws Exception {
        Files.write(file, payloads(1, 15));
        receiver.turnAway.set(3);
        var watcher = Watcher.only();

        assertThat(replay(watcher).tally().accepted()).isEqualTo(15);

        assertThat(watcher.said).hasSize(3).allMatch(sentence -> sentence.contains("it answered 503"));
        assertEveryLeadOnce(15);
    }

    @Test
    void aPackedFileIsUnpackedAndResumed() throws Exception {
        var packed = new ByteArrayOutputStream();
        packed.write(gzip(String.join("\n", payloads(1, 12)) + "\n"));
        packed.write(gzip(String.join("\n", payloads(13, 20)) + "\n"));
        Files.write(file, packed.toByteArray());
        assertThatThrownBy(() -> replay(Watcher.after(10, receiver::goAway))).isInstanceOf(ReplayException.class);
        receiver.comeBack();

        assertThat(replay(Watcher.only()).resumedAfter()).isEqualTo(10);

        assertEveryLeadOnce(20);
    }

    @Test
    void anArrayOverManyLinesIsTakenElementByElementAndResumed() throws Exception {
        var elements = payloads(1, 24).stream()
                .map(payload -> payload.replace(",", ",\r\n    "))
                .collect(Collectors.toCollection(ArrayList::new));
        elements.set(13, "\"a text, with ]}\\\" in it\"");
        Files.writeString(file, "\uFEFF [\n  " + String.join(" ,\n  ", elements) + "\n]\n");
        assertThatThrownBy(() -> replay(Watcher.after(10, receiver::goAway))).isInstanceOf(ReplayException.class);
        receiver.comeBack();

        var rest = replay(Watcher.only());

        assertThat(rest.resumedAfter()).isEqualTo(10);
        assertThat(rest.tally().accepted()).isEqualTo(23);
        assertThat(rest.tally().firstQuarantined())
                .extracting(Tally.SetAside::place, Tally.SetAside::code)
                .containsExactly(tuple(14L, "not_an_object"));
        assertThat(rest.placeName()).isEqualTo("element");
        assertThat(receiver.events(owner)).hasSize(23);
    }

    @Test
    void oneObjectOverManyLinesIsOnePayload() throws Exception {
        Files.writeString(file, payloads(1, 1).getFirst().replace(",", ",\n  "));
        assertThat(replay(Watcher.only()).tally()).isEqualTo(new Tally(1, 0, List.of()));
        assertEveryLeadOnce(1);
    }

    @Test
    void anArrayThatEndsTooEarlyIsPostedUpToThere() throws Exception {
        Files.writeString(file, "[" + String.join(",", payloads(1, 13)) + ",");
        assertThatThrownBy(() -> replay(Watcher.only()))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("after element 13");
        assertEveryLeadOnce(13);
    }

    @Test
    void aPackedFileThatEndsTooEarlyIsPostedUpToThere() throws Exception {
        var packed = gzip(String.join("\n", payloads(1, 5_000)));
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));
        assertThatThrownBy(() -> replay(Watcher.only()))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("cannot be read to its end");
        assertThat(receiver.events(owner)).hasSizeGreaterThan(100);
        assertThat(receiver.quarantined(owner)).hasSizeLessThan(2);
    }

    @Test
    void aVeryLongLineIsPassedOn() throws Exception {
        var lines = payloads(1, 3);
        lines.add(1, "{\"event_type\":\"email_sent\",\"x\":\"" + "x".repeat(3 << 20) + "\"}");
        Files.write(file, lines);

        var summary = replay(Watcher.only());

        assertThat(summary.tally().firstQuarantined())
                .extracting(Tally.SetAside::place, Tally.SetAside::code)
                .containsExactly(tuple(2L, "too_large"));
        assertThat(receiver.quarantined(owner))
                .singleElement()
                .satisfies(set -> assertThat(set.sizeBytes()).isGreaterThan(3 << 20));
        assertEveryLeadOnce(3);
    }

    @Test
    void aChangedFileIsPostedFromItsBeginning() throws Exception {
        Files.write(file, payloads(1, 15));
        assertThatThrownBy(() -> replay(Watcher.after(10, receiver::goAway))).isInstanceOf(ReplayException.class);
        receiver.comeBack();
        Files.write(file, payloads(101, 112));
        var watcher = Watcher.only();

        var summary = replay(watcher);

        assertThat(watcher.said)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("starting over"));
        assertThat(summary.resumedAfter()).isZero();
        assertThat(receiver.events(owner)).hasSize(10 + 12);
    }

    @Test
    void withoutResumingItStartsOver() throws Exception {
        Files.write(file, payloads(1, 15));
        assertThatThrownBy(() -> replay(Watcher.after(10, receiver::goAway))).isInstanceOf(ReplayException.class);
        receiver.comeBack();

        var summary = new FileReplay(job(false), InputStream.nullInputStream(), Watcher.only()).run();

        assertThat(summary.resumedAfter()).isZero();
        assertThat(receiver.events(owner))
                .hasSize(25)
                .extracting(Event::eventId)
                .doesNotContainNull();
        assertThat(receiver.events(owner).stream().map(Event::eventId).distinct())
                .as("the same events, which count once")
                .hasSize(15);
    }

    @Test
    void standardInputIsPostedToo() throws Exception {
        var input = new ByteArrayInputStream(String.join("\n", payloads(1, 15)).getBytes(StandardCharsets.UTF_8));
        var job =
                new ReplayJob(Optional.empty(), progressFile(), true, receiver.url(), owner.webhookSecret(), 10, SHORT);
        assertThat(new FileReplay(job, input, Display.none()).run().tally().accepted())
                .isEqualTo(15);
        assertThat(progressFile()).doesNotExist();
    }

    @Test
    void anEmptyFileIsDoneAtOnce() throws Exception {
        Files.writeString(file, "");
        assertThat(replay(Watcher.only())).isEqualTo(new ReplaySummary(true, 0, 0, "line", Tally.NONE));
    }

    @Test
    void aWrongKeyStopsItInOneSentence() throws Exception {
        Files.write(file, payloads(1, 15));
        assertThatThrownBy(() -> replayWith("sbw_of-nobody")).hasMessageContaining("does not know this webhook secret");
        assertThatThrownBy(() -> replayWith(owner.apiKey())).hasMessageContaining("may not post webhooks (403)");
        assertThat(receiver.events(owner)).isEmpty();
    }

    @Test
    void aMissingFileAndABrokenNoteAreNamed() throws Exception {
        assertThatThrownBy(() -> replay(Watcher.only())).hasMessageContaining(file.toString());
        Files.write(file, payloads(1, 2));
        Files.writeString(progressFile(), "{\"kind\":\"circle\"}");
        assertThatThrownBy(() -> replay(Watcher.only()))
                .hasMessageContaining(progressFile().toString())
                .hasMessageContaining("--no-resume");
    }

    private void assertEveryLeadOnce(int count) throws InterruptedException {
        assertThat(receiver.events(owner))
                .extracting(Event::leadEmail)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(FileReplayTest::lead)
                        .toList());
    }

    private ReplaySummary replay(Display display) throws InterruptedException {
        return new FileReplay(job(true), InputStream.nullInputStream(), display).run();
    }

    private void replayWith(String secret) throws InterruptedException {
        var job = new ReplayJob(Optional.of(file), progressFile(), true, receiver.url(), secret, 10, SHORT);
        new FileReplay(job, InputStream.nullInputStream(), Display.none()).run();
    }

    private ReplayJob job(boolean resume) {
        return new ReplayJob(
                Optional.of(file), progressFile(), resume, receiver.url(), owner.webhookSecret(), 10, SHORT);
    }

    private Path progressFile() {
        return ReplayJob.besideOf(file);
    }

    private static List<String> payloads(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "{\"event_type\":\"email_sent\",\"timestamp\":\"2026-03-04T05:06:07.089Z\","
                        + "\"campaign_id\":\"c\",\"lead_email\":\"" + lead(i)
                        + "\",\"email_account\":\"sender@example.com\",\"step\":1}")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String lead(int number) {
        return "lead" + number + "@example.com";
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
