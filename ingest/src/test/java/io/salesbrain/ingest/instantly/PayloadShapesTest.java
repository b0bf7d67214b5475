package io.salesbrain.ingest.instantly;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Event;
import io.salesbrain.events.EventType;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.ReplyContent;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Subject;
import io.salesbrain.ingest.body.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The shapes in which Instantly's webhooks were really seen, with invented people. */
class PayloadShapesTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final String BASE = """
            "timestamp":"2026-03-04T05:06:07.089Z","workspace":"0198c0de-0000-7000-8000-000000000001",
            "campaign_id":"0198c0de-0000-7000-8000-0000000000c1","campaign_name":"Spring outreach",
            "email":"anna.vogel@kundin.example","firstName":"Anna","lastName":"Vogel","companyName":"Kundin GmbH",
            "website":"kundin.example","phone":null,"personalization":"","campaign":"0198c0de","Custom Thing":"x",
            """;

    private static Event read(String members) {
        var json = "{" + members + BASE.strip().replaceAll(",$", "") + "}";
        var reading = InstantlyPayload.read(Bytes.of(json.getBytes(StandardCharsets.UTF_8)))
                .then(payload -> Dialect.identify(payload, _ -> ACME))
                .then(identified -> Dialect.normalise(identified, Instant.parse("2026-03-04T05:06:08Z")));
        return switch (reading) {
            case Reading.Good<Event>(var event) -> event;
            case Reading.Rejected<Event> rejected -> throw new AssertionError("rejected: " + rejected);
        };
    }

    @Test
    void emailSent() {
        var event = read("""
                "event_type":"email_sent","lead_email":"anna.vogel@kundin.example","email_account":"sam@sender.example",
                "unibox_url":null,"is_first":true,"step":1,"variant":2,"email_subject":"Hello","email_html":"<p>Hi</p>",
                """);
        assertThat(event.type()).isEqualTo(EventType.EMAIL_SENT);
        assertThat(event.step()).isEqualTo(new StepVariant(0, 1, 2));
        assertThat(event.account()).isEqualTo("sam@sender.example");
        assertThat(event.emailId()).isEmpty();
        assertThat(event.campaignName()).isEqualTo("Spring outreach");
        assertThat(event.subject()).isEqualTo(new Subject.Lead("anna.vogel@kundin.example"));
    }

    @Test
    void replyReceived() {
        var event = read("""
                "event_type":"reply_received","lead_email":"anna.vogel@kundin.example",
                "email_account":"sam@sender.example","is_first":true,"step":1,"variant":2,"email_subject":"Hello",
                "email_html":"<p>Hi</p>","email_id":"0198c0de-0000-7000-8000-0000000000e1","reply_subject":"Re: Hello",
                "reply_text":"Yes, please.\\n> Hi","reply_html":"<div>Yes, please.</div>","reply_text_snippet":"\\n\\n",
                "unibox_url":"https://app.instantly.ai/app/unibox?thread_search=thread:abc&selected_wks=def",
                """);
        assertThat(event.type()).isEqualTo(EventType.REPLY_RECEIVED);
        assertThat(event.emailId()).isEqualTo("0198c0de-0000-7000-8000-0000000000e1");
        assertThat(event.reply())
                .isEqualTo(new ReplyContent("Re: Hello", "Yes, please.\n> Hi", "<div>Yes, please.</div>", "\n\n"));
    }

    @Test
    void leadInterestedNamesNoAccount() {
        var event = read("""
                "event_type":"lead_interested","lead_email":"anna.vogel@kundin.example","step":1,"variant":1,
                "reply_subject":"Re: Hello","reply_text":"Yes","reply_html":"Yes","reply_text_snippet":"Yes",
                "unibox_url":null,
                """);
        assertThat(event.type()).isEqualTo(EventType.LEAD_INTERESTED);
        assertThat(event.account()).isEmpty();
        assertThat(event.reply()).isNull();
    }

    @Test
    void linkClickedNamesNoLink() {
        var event = read("""
                "event_type":"link_clicked","lead_email":"anna.vogel@kundin.example",
                "email_account":"sam@sender.example","step":2,"variant":1,"unibox_url":null,
                """);
        assertThat(event.type()).isEqualTo(EventType.EMAIL_CLICKED);
        assertThat(event.name()).isEqualTo("link_clicked");
    }

    @Test
    void aLeadColumnMayBeTheOnlyAddress() {
        assertThat(read("\"event_type\":\"lead_unsubscribed\",").leadEmail()).isEqualTo("anna.vogel@kundin.example");
    }

    @Test
    void campaignCompletedConcernsTheLeadItNames() {
        assertThat(read("\"event_type\":\"campaign_completed\",").subject()).isInstanceOf(Subject.Lead.class);
    }

    @Test
    void accountErrorConcernsTheAccount() {
        assertThat(read("\"event_type\":\"account_error\",\"email_account\":\"Sam@Sender.example\",")
                        .subject())
                .isEqualTo(new Subject.Account("sam@sender.example"));
    }

    @Test
    void aCustomersOwnLabel() {
        var event = read("\"event_type\":\"Wants a call in May\",");
        assertThat(event.type()).isEqualTo(EventType.CUSTOM);
        assertThat(event.name()).isEqualTo("Wants a call in May");
    }
}
