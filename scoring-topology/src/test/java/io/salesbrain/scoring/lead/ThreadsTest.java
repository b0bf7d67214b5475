package io.salesbrain.scoring.lead;

import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadReply;
import io.salesbrain.events.ScoreSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which replies are one conversation. */
class ThreadsTest {
    private final List<Touch> touches = new ArrayList<>();
    private Event any = happened(EventType.EMAIL_SENT).event();

    @Test
    void repliesWithTheSameSubjectBelongTogether() {
        var first = reply(1, "camp-1", "", "Re: Offer");
        var other = reply(2, "camp-1", "", "Something else");
        reply(3, "camp-1", "", "AW: RE:  offer ");
        assertThat(threads()).containsExactly(first, other, first);
    }

    @Test
    void instantlysOwnThreadGoesBeforeTheSubject() {
        var first = reply(1, "camp-1", "t-1", "Re: Offer");
        var second = reply(2, "camp-1", "t-2", "Re: Offer");
        reply(3, "camp-1", "t-1", "A new subject");
        assertThat(threads()).containsExactly(first, second, first);
    }

    @Test
    void aReplyWithoutAThreadJoinsTheLatestBeforeItWithItsSubject() {
        var first = reply(1, "camp-1", "t-1", "Re: Offer");
        var second = reply(2, "camp-1", "t-2", "Re: Offer");
        reply(3, "camp-1", "", "Re: Offer");
        assertThat(threads()).containsExactly(first, second, second);
    }

    @Test
    void whereNoneIsBeforeItTheEarliestAfterIt() {
        var early = reply(1, "camp-1", "", "Offer");
        reply(2, "camp-1", "t-1", "Re: Offer");
        var other = reply(3, "camp-1", "t-2", "Re: Offer");
        assertThat(threads()).containsExactly(early, early, other);
    }

    @Test
    void anotherCampaignIsAnotherConversation() {
        var one = reply(1, "camp-1", "t-1", "Re: Offer");
        var other = reply(2, "camp-2", "", "Re: Offer");
        assertThat(threads()).containsExactly(one, other);
    }

    @Test
    void theLatestOfVeryManyAreToldAndStillKnowTheirFirst() {
        var first = reply(1, "camp-1", "t-1", "Re: Offer");
        for (int hour = 2; hour <= Threads.MOST + 10; hour++) {
            reply(hour, "camp-1", "t-1", "Re: Offer");
        }
        assertThat(threads()).hasSize(Threads.MOST).containsOnly(first);
    }

    @ParameterizedTest
    @CsvSource({
        "Re: Angebot, angebot",
        "AW: Re: WG: Angebot, angebot",
        "Re[2]: Angebot, angebot",
        "  re :Angebot  für   Sie, angebot für sie",
        "Reise nach Rom: Angebot, reise nach rom: angebot",
        "Ｒｅ： Angebot, angebot",
        "Re:, ''"
    })
    void whatReplyingPutsBeforeASubjectIsNoPartOfIt(String subject, String topic) {
        assertThat(ThreadHint.topic(subject)).isEqualTo(topic);
    }

    @Test
    void theThreadIsReadFromTheLinkToTheUnibox() {
        var link =
                "{\"unibox_url\":\"https://app.instantly.ai/app/unibox?selected_wks=w&thread_search=thread:abc-1&x=y\"}";
        assertThat(ThreadHint.of(withRaw(link)).threadId()).isEqualTo("abc-1");
        assertThat(ThreadHint.of(withRaw("{\"unibox_url\":\"https://x.example/?thread_search=anna@kundin.example\"}"))
                        .threadId())
                .isEmpty();
        assertThat(ThreadHint.of(withRaw("{\"unibox_url\":\"?thread_search=thread:" + "x".repeat(200) + "\"}"))
                        .threadId())
                .isEmpty();
        assertThat(ThreadHint.of(withRaw("{\"unibox_url\":null,\"a\":\"thread_search=thread:abc\"}"))
                        .threadId())
                .isEmpty();
    }

    private Event withRaw(String raw) {
        return happened(EventType.REPLY_RECEIVED).says("Well.").raw(raw).event();
    }

    /** @return its event id */
    private String reply(int hour, String campaign, String threadId, String subject) {
        any = happened(EventType.REPLY_RECEIVED)
                .campaign(campaign)
                .after(Duration.ofHours(hour))
                .says("Reply number " + hour)
                .event();
        var hint = new ThreadHint(threadId, ThreadHint.topic(subject).hashCode());
        touches.add(Touch.of(any).with(new Judgement(hour, null, null, hint)));
        return any.eventId();
    }

    private List<String> threads() {
        return LeadFacts.of(any.organizationId(), any.leadEmail(), History.of(touches), ScoreSettings.DEFAULT)
                .state()
                .replies()
                .stream()
                .map(LeadReply::threadId)
                .toList();
    }
}
