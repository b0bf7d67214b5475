package io.salesbrain.query.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.CategorySource;
import io.salesbrain.events.InboxAct;
import io.salesbrain.events.InboxAct.Answer;
import io.salesbrain.events.InboxAct.LeadAssignment;
import io.salesbrain.events.InboxAct.Mark;
import io.salesbrain.events.InboxAct.MarkKind;
import io.salesbrain.events.InboxAct.Note;
import io.salesbrain.events.InboxAct.Sending;
import io.salesbrain.events.InboxAct.ThreadAssignment;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.query.Replies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxIndexTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId RIVAL = new OrganizationId("rival");
    private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ANNA = "anna@x.example";

    private final InboxIndex index = new InboxIndex(_ -> {});

    private static Instant at(int minutes) {
        return T.plusSeconds(minutes * 60L);
    }

    private static LeadReply reply(String id, int minutes, @Nullable ReplyCategory category) {
        return Replies.reply(id, "r1", at(minutes), category);
    }

    private void anna(LeadReply... replies) {
        accept(index, ANNA, List.of(replies));
    }

    private static void accept(InboxIndex index, String lead, List<LeadReply> replies) {
        var state = Replies.state(ACME, lead, replies);
        index.accept(state.key(), state);
    }

    private static void act(InboxIndex index, InboxAct act) {
        index.act(act.key(), act);
    }

    private static Mark mark(String event, int upTo, MarkKind kind, boolean set, int madeAt) {
        return new Mark(ACME, event, kind, set, at(upTo), "Lena", at(madeAt));
    }

    private InboxThread thread() {
        return index.find(ACME, "r1").orElseThrow();
    }

    @Test
    void everyThreadLiesInExactlyOneFolder() {
        for (var category : ReplyCategory.values()) {
            anna(reply("r1", 0, category));
            assertThat(thread().folder())
                    .isEqualTo(
                            switch (category) {
                                case INTERESTED, MEETING_REQUEST, QUESTION, OTHER -> Folder.TO_ANSWER;
                                case NOT_INTERESTED, UNSUBSCRIBE, WRONG_PERSON -> Folder.NEGATIVE;
                                case OUT_OF_OFFICE -> Folder.OUT_OF_OFFICE;
                            });
        }
        anna(reply("r1", 0, null));
        assertThat(thread().folder()).isEqualTo(Folder.DECIDE);
        assertThat(thread().isUndecided()).isTrue();
        anna(reply("r1", 0, ReplyCategory.INTERESTED), Replies.automatic("r2", "r1", at(1)));
        assertThat(thread().folder()).isEqualTo(Folder.OUT_OF_OFFICE);
        assertThat(thread().isUndecided()).isFalse();
        act(index, mark("r2", 1, MarkKind.DONE, true, 5));
        assertThat(thread().folder()).isEqualTo(Folder.DONE);
        assertThat(index.find(RIVAL, "r1")).isEmpty();
    }

    @Test
    void aLaterReplyOpensAThreadAgainAndAnEarlierOneDoesNot() {
        anna(reply("r1", 10, ReplyCategory.QUESTION));
        act(index, mark("r1", 10, MarkKind.DONE, true, 11));
        assertThat(thread().done()).isTrue();
        assertThat(thread().unread()).isFalse();

        anna(reply("r0", 5, ReplyCategory.QUESTION), reply("r1", 10, ReplyCategory.QUESTION));
        assertThat(thread().done()).isTrue();

        anna(reply("r1", 10, ReplyCategory.QUESTION), reply("r2", 20, ReplyCategory.QUESTION));
        assertThat(thread().done()).isFalse();
        assertThat(thread().unread()).isTrue();
        act(index, mark("r2", 20, MarkKind.READ, true, 21));
        assertThat(thread().unread()).isFalse();
        act(index, mark("r2", 20, MarkKind.READ, false, 22));
        assertThat(thread().unread()).isTrue();
        assertThat(thread().folder()).isEqualTo(Folder.TO_ANSWER);
    }

    @Test
    void whatWasDoneGoesWithTheReplyWhenThreadsJoin() {
        anna(
                Replies.reply("r1", "r1", at(0), ReplyCategory.QUESTION),
                Replies.reply("r2", "r2", at(10), ReplyCategory.QUESTION));
        act(index, mark("r2", 10, MarkKind.DONE, true, 30));
        act(index, new Note(ACME, "n1", "r1", "Called her.", "Lena", at(31)));
        act(index, new ThreadAssignment(ACME, "r2", "m1", "Lena", at(32)));
        assertThat(index.ofLead(ACME, ANNA)).hasSize(2);

        anna(
                Replies.reply("r0", "r0", at(-5), ReplyCategory.QUESTION),
                Replies.reply("r1", "r0", at(0), ReplyCategory.QUESTION),
                Replies.reply("r2", "r0", at(10), ReplyCategory.QUESTION));
        var joined = index.find(ACME, "r1").orElseThrow();
        assertThat(joined.threadId()).isEqualTo("r0");
        assertThat(joined.done()).isTrue();
        assertThat(joined.noteCount()).isEqualTo(1);
        assertThat(joined.assignment())
                .isNotNull()
                .satisfies(own -> assertThat(own.memberId()).isEqualTo("m1"));
        assertThat(index.ofLead(ACME, ANNA)).containsExactly(joined);
    }

    @Test
    void aCorrectionCountsAtOnceAndCanBeTakenBack() {
        anna(reply("r1", 0, ReplyCategory.INTERESTED));
        index.correct(new ReplyCorrection(ACME, ANNA, "r1", ReplyCategory.NOT_INTERESTED, "Lena", at(1)));
        assertThat(thread().folder()).isEqualTo(Folder.NEGATIVE);
        assertThat(thread().latest().source()).isEqualTo(CategorySource.PERSON);
        index.correct(new ReplyCorrection(ACME, ANNA, "r1", null, "Lena", at(2)));
        assertThat(thread().folder()).isEqualTo(Folder.TO_ANSWER);
        // Of several the latest counts, whichever is read last.
        index.correct(new ReplyCorrection(ACME, ANNA, "r1", ReplyCategory.OTHER, "Lena", T));
        assertThat(thread().latest().category()).isEqualTo(ReplyCategory.INTERESTED);
    }

    @Test
    void anAnswerThatWentOutMakesTheThreadDone() {
        anna(reply("r1", 0, ReplyCategory.INTERESTED));
        var answer = new Answer(
                ACME,
                "a1",
                "r1",
                ANNA,
                "lena@send.example",
                "Re: Hi",
                "Gern.",
                Sending.UNDER_WAY,
                "",
                T,
                "Lena",
                at(1));
        act(index, answer);
        assertThat(thread().done()).isFalse();
        act(index, answer.with(Sending.SENT, "mail-1", at(2)));
        assertThat(thread().done()).isTrue();
        assertThat(index.beside(thread()).answers())
                .singleElement()
                .satisfies(sent -> assertThat(sent.emailId()).isEqualTo("mail-1"));
        act(index, mark("r1", 0, MarkKind.DONE, false, 3));
        assertThat(thread().done()).isFalse();
        assertThat(thread().unread()).isFalse();
    }

    @Test
    void listsCountUnderTheFilterAndPageWithoutGaps() {
        for (int i = 0; i < 30; i++) {
            accept(
                    index,
                    "lead" + i + "@x.example",
                    List.of(Replies.reply("e" + i, "e" + i, at(i / 2), i % 3 == 0 ? null : ReplyCategory.INTERESTED)));
        }
        act(index, mark("e29", 14, MarkKind.DONE, true, 60));
        var seen = new ArrayList<String>();
        Optional<InboxThread.Place> after = Optional.empty();
        do {
            var page = index.list(ACME, _ -> true, thread -> thread.folder() != Folder.DONE, after, 4);
            assertThat(page.folders().get(Folder.DECIDE)).isEqualTo(new FolderCount(10, 10));
            assertThat(page.folders().get(Folder.TO_ANSWER)).isEqualTo(new FolderCount(19, 19));
            assertThat(page.folders().get(Folder.DONE)).isEqualTo(new FolderCount(1, 0));
            assertThat(page.oldestWaiting()).isEqualTo(T);
            page.threads().forEach(thread -> seen.add(thread.threadId()));
            after = page.threads().isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.threads().getLast().place());
        } while (after.isPresent());
        assertThat(seen)
                .hasSize(29)
                .doesNotHaveDuplicates()
                .startsWith("e28", "e27", "e26")
                .endsWith("e0");
        assertThat(index.list(RIVAL, _ -> true, _ -> true, Optional.empty(), 10))
                .isEqualTo(InboxIndex.Listing.EMPTY);
    }

    @Test
    void aLeadThatIsRemovedTakesItsThreadsAlong() {
        anna(reply("r1", 0, ReplyCategory.INTERESTED));
        index.accept("acme/lead/" + ANNA, null);
        assertThat(index.find(ACME, "r1")).isEmpty();
        assertThat(index.list(ACME, _ -> true, _ -> true, Optional.empty(), 10).threads())
                .isEmpty();
    }

    /** Whatever the order of the topics, and however often a record comes, as long as each key keeps its own order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfRecordsDoesNotMatter(long seed) {
        var random = new Random(seed);
        var histories = new ArrayList<List<Consumer<InboxIndex>>>();
        for (int lead = 0; lead < 6; lead++) {
            histories.add(states("lead" + lead + "@x.example", lead, random));
            for (int i = 0; i < 6; i++) {
                var event = "e" + lead + "-" + random.nextInt(5);
                int madeAt = 1_000 + lead * 100 + i;
                histories.add(List.of(act(lead, event, i, random, madeAt)));
            }
        }
        var expected = new InboxIndex(_ -> {});
        histories.forEach(history -> history.forEach(record -> record.accept(expected)));

        var shuffled = new InboxIndex(_ -> {});
        interleaved(histories, random).forEach(record -> record.accept(shuffled));

        var wanted = expected.list(ACME, _ -> true, _ -> true, Optional.empty(), 1_000);
        assertThat(wanted.threads()).isNotEmpty();
        assertThat(shuffled.list(ACME, _ -> true, _ -> true, Optional.empty(), 1_000))
                .as("seed %d", seed)
                .isEqualTo(wanted);
        for (var thread : wanted.threads()) {
            assertThat(shuffled.beside(thread)).as("seed %d", seed).isEqualTo(expected.beside(thread));
        }
    }

    /** A lead's states as its replies come to be known, the last one the same for every order. */
    private static List<Consumer<InboxIndex>> states(String email, int lead, Random random) {
        var replies = new ArrayList<LeadReply>();
        for (int i = 0; i < 5; i++) {
            var thread = "e" + lead + "-" + (i < 3 ? 0 : 3);
            replies.add(Replies.reply(
                    "e" + lead + "-" + i,
                    thread,
                    at(lead * 10 + i),
                    random.nextBoolean() ? ReplyCategory.QUESTION : null));
        }
        var known = new ArrayList<LeadReply>();
        var order = new ArrayList<>(replies);
        Collections.shuffle(order, random);
        var states = new ArrayList<Consumer<InboxIndex>>();
        for (var reply : order) {
            known.add(reply);
            var soFar = List.copyOf(known);
            states.add(index -> accept(index, email, soFar));
        }
        states.add(index -> accept(index, email, replies));
        return states;
    }

    private static Consumer<InboxIndex> act(int lead, String event, int kind, Random random, int madeAt) {
        var email = "lead" + lead + "@x.example";
        boolean set = random.nextInt(3) > 0;
        int upTo = lead * 10 + random.nextInt(5);
        return switch (kind) {
            case 0 -> index -> act(index, mark(event, upTo, MarkKind.READ, set, madeAt));
            case 1 -> index -> act(index, mark(event, upTo, MarkKind.DONE, set, madeAt));
            case 2 -> index -> act(index, new ThreadAssignment(ACME, event, "m" + lead, "Lena", at(madeAt)));
            case 3 -> index -> act(index, new Note(ACME, "n" + madeAt, event, "Note", "Lena", at(madeAt)));
            case 4 -> index -> act(index, new LeadAssignment(ACME, email, "m1", "Lena", at(madeAt)));
            default ->
                index -> index.correct(new ReplyCorrection(
                        ACME, email, event, set ? ReplyCategory.UNSUBSCRIBE : null, "Lena", at(madeAt)));
        };
    }

    private static List<Consumer<InboxIndex>> interleaved(List<List<Consumer<InboxIndex>>> histories, Random random) {
        var left = new ArrayList<List<Consumer<InboxIndex>>>();
        histories.forEach(history -> left.add(new ArrayList<>(history)));
        var all = new ArrayList<Consumer<InboxIndex>>();
        while (!left.isEmpty()) {
            var history = left.get(random.nextInt(left.size()));
            var next = history.removeFirst();
            all.add(next);
            if (random.nextInt(3) == 0) {
                all.add(next);
            }
            if (history.isEmpty()) {
                left.remove(history);
            }
        }
        return all;
    }
}
