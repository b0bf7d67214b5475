package io.salesbrain.scoring.lead;

import static io.salesbrain.events.EventType.AUTO_REPLY_RECEIVED;
import static io.salesbrain.events.EventType.EMAIL_SENT;
import static io.salesbrain.events.EventType.LEAD_INTERESTED;
import static io.salesbrain.events.EventType.LEAD_MEETING_BOOKED;
import static io.salesbrain.events.EventType.LEAD_MEETING_COMPLETED;
import static io.salesbrain.events.EventType.LEAD_NOT_INTERESTED;
import static io.salesbrain.events.EventType.LEAD_OUT_OF_OFFICE;
import static io.salesbrain.events.EventType.REPLY_RECEIVED;
import static io.salesbrain.scoring.lead.LeadFactsTest.facts;
import static io.salesbrain.scoring.lead.LeadFactsTest.total;
import static io.salesbrain.testkit.EventFixture.happened;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Dimension;
import io.salesbrain.events.EventType;
import io.salesbrain.events.LeadStatus;
import io.salesbrain.events.Metric;
import io.salesbrain.testkit.EventFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Of what contradicts itself the later counts; cases that the comparison with the reference brought up. */
class LatestWordTest {
    private static final Dimension ORGANIZATION = new Dimension.Organization();

    @Test
    void aRefusalGivenAsLabelIsSaidWhenItIsGiven() {
        var refused = facts(on(1, REPLY_RECEIVED).says("meet"), on(2, LEAD_MEETING_BOOKED), on(3, LEAD_NOT_INTERESTED));
        assertThat(refused.state().status()).isEqualTo(LeadStatus.NOT_INTERESTED);
        assertThat(refused.state().disqualified()).isTrue();
    }

    @Test
    void anyLaterMeetingLiftsARefusalAlsoWhereItIsNotTheFirstOfItsCampaign() {
        var held = facts(on(1, LEAD_MEETING_BOOKED), on(2, REPLY_RECEIVED).says("no"), on(3, LEAD_MEETING_COMPLETED));
        assertThat(held.state().status()).isEqualTo(LeadStatus.MEETING_COMPLETED);
        assertThat(held.state().disqualified()).isFalse();
    }

    @Test
    void aLabelWithoutReplySaysThatThePersonIsAway() {
        assertThat(facts(on(1, EMAIL_SENT), on(2, LEAD_OUT_OF_OFFICE)).state().status())
                .isEqualTo(LeadStatus.OUT_OF_OFFICE);
    }

    @Test
    void whateverIsSaidNextEndsTheAbsence() {
        var replied = facts(on(2, LEAD_OUT_OF_OFFICE), on(3, REPLY_RECEIVED).says("meet"));
        assertThat(replied.state().status()).isEqualTo(LeadStatus.INTERESTED);
        var labelled = facts(on(2, LEAD_OUT_OF_OFFICE), on(3, LEAD_INTERESTED));
        assertThat(labelled.state().status()).isEqualTo(LeadStatus.INTERESTED);
    }

    @Test
    void aPositiveLabelOfACampaignThatSentNothingCountsButNotInRates() {
        var elsewhere = facts(on(1, EMAIL_SENT), on(2, LEAD_INTERESTED).campaign("camp-2"));
        assertThat(total(elsewhere, ORGANIZATION).get(Metric.POSITIVE_REPLIES)).isEqualTo(1);
        assertThat(total(elsewhere, ORGANIZATION).get(Metric.COHORT_POSITIVE_REPLIES))
                .isZero();
        var there = facts(on(1, EMAIL_SENT), on(2, LEAD_INTERESTED));
        assertThat(total(there, ORGANIZATION).get(Metric.COHORT_POSITIVE_REPLIES))
                .isEqualTo(1);
    }

    @Test
    void aReplyCountsForTheMailboxOfItsFirstDelivery() {
        var facts = facts(
                on(1, AUTO_REPLY_RECEIVED)
                        .emailId("m")
                        .account("one@acme.example")
                        .says("away"),
                on(2, REPLY_RECEIVED).emailId("m").account("two@acme.example").says("away"));
        assertThat(total(facts, new Dimension.Account("one@acme.example")).get(Metric.AUTO_REPLIES))
                .isEqualTo(1);
        assertThat(total(facts, new Dimension.Account("two@acme.example")).get(Metric.AUTO_REPLIES))
                .isZero();
    }

    private static EventFixture on(int day, EventType type) {
        return happened(type).after(Duration.ofDays(day));
    }
}
