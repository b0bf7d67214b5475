package io.salesbrain.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventIdTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final EventIdentity PLAIN = new EventIdentity(
            EventType.EMAIL_SENT,
            "email_sent",
            1,
            "w",
            "c",
            "l@x.example",
            "a@x.example",
            "e",
            new StepVariant(0, 1, 2));

    /** Ids lie in logs and databases; a change here would make every known event new. */
    @Test
    void staysWhatItWas() {
        assertThat(EventId.of(ACME, PLAIN)).isEqualTo("6b520b74d71cb0cd73187b35fb8116f5");
    }

    @Test
    void anAliasIsTheSameEventAndACustomNameIsNot() {
        assertThat(EventId.of(ACME, named(EventType.EMAIL_CLICKED, "link_clicked")))
                .isEqualTo(EventId.of(ACME, named(EventType.EMAIL_CLICKED, "email_clicked")));
        assertThat(EventId.of(ACME, named(EventType.CUSTOM, "email_sent")))
                .isNotEqualTo(EventId.of(ACME, named(EventType.EMAIL_SENT, "email_sent")));
        assertThat(EventId.of(ACME, named(EventType.CUSTOM, "a")))
                .isNotEqualTo(EventId.of(ACME, named(EventType.CUSTOM, "b")));
    }

    private static EventIdentity named(EventType type, String name) {
        return new EventIdentity(type, name, 1, "w", "c", "l@x.example", "a@x.example", "e", StepVariant.UNKNOWN);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        var ids = List.of(
                EventId.of(ACME, parts("ab", "c", "", "")),
                EventId.of(ACME, parts("a", "bc", "", "")),
                EventId.of(ACME, parts("", "abc", "", "")),
                EventId.of(ACME, parts("", "", "abc", "")),
                EventId.of(ACME, parts("", "", "", "abc")),
                EventId.of(new OrganizationId("acmea"), parts("b", "c", "", "")));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    private static EventIdentity parts(String workspace, String campaignId, String account, String emailId) {
        return new EventIdentity(
                EventType.CAMPAIGN_PAUSED, "", 0, workspace, campaignId, "", account, emailId, StepVariant.UNKNOWN);
    }

    @Test
    void stepSequenceAndVariantCount() {
        var steps = List.of(
                StepVariant.UNKNOWN,
                new StepVariant(0, 1, 0),
                new StepVariant(0, 0, 1),
                new StepVariant(0, 1, 1),
                new StepVariant(1, 1, 1),
                new StepVariant(0, 11, 0));
        assertThat(steps.stream().map(EventIdTest::withStep)).doesNotHaveDuplicates();
    }

    private static String withStep(StepVariant step) {
        return EventId.of(ACME, new EventIdentity(EventType.EMAIL_SENT, "", 0, "", "", "", "", "", step));
    }
}
