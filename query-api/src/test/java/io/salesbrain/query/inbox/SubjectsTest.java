package io.salesbrain.query.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.query.inbox.ShownThread.SegmentItem;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SubjectsTest {
    @Test
    void whatMailProgramsPutBeforeASubjectIsNoPartOfIt() {
        for (var subject :
                List.of("Angebot", "Re: Angebot", "AW: RE : Angebot", "WG: Re[2]: Angebot", "Fwd: AW(3): Angebot")) {
            assertThat(Subjects.plain(subject)).as(subject).isEqualTo("Angebot");
        }
        assertThat(Subjects.plain("Reise: Angebot")).isEqualTo("Reise: Angebot");
        assertThat(Subjects.key(" re:  Neues   Angebot")).isEqualTo("neues angebot");
        assertThat(Subjects.answer("AW: Angebot")).isEqualTo("Re: Angebot");
        assertThat(Subjects.answer("")).isEmpty();
    }

    @Test
    void highlightsAreTheTextAndNothingElse() {
        var text = "Lorem ipsum dolor sit amet, consetetur sadipscing elitr ".repeat(20)
                + "Ihre Größe <script> ist 🙂 genau richtig. " + "Und so weiter. ".repeat(40);
        var segments = Highlights.of(SearchQuestion.of("groesse richt").orElseThrow(), "", text);
        assertThat(segments.stream().filter(SegmentItem::match).map(SegmentItem::text))
                .containsExactly("Größe", "richtig");
        var shown = segments.stream().map(SegmentItem::text).collect(Collectors.joining());
        assertThat(shown).startsWith("…").endsWith("…").contains("Ihre Größe <script> ist 🙂 genau richtig.");
        assertThat(text).contains(shown.substring(1, shown.length() - 1).strip());
        assertThat(shown.length()).isLessThan(300);
    }

    @Test
    void withoutAMatchTheBeginningIsShown() {
        assertThat(Highlights.of(SearchQuestion.of("nirgends").orElseThrow(), "a", "b c"))
                .containsExactly(new SegmentItem("b c", false));
        assertThat(Highlights.of(SearchQuestion.of("x").orElseThrow(), "", "")).isEmpty();
    }
}
