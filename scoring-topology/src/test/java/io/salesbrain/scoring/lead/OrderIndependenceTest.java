package io.salesbrain.scoring.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.Counts;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.Event;
import io.salesbrain.events.Metric;
import io.salesbrain.events.ReplyCategory;
import io.salesbrain.events.ScoreSettings;
import io.salesbrain.testkit.RandomHistories;
import io.salesbrain.testkit.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever order, however often: the same facts. And whatever happened: no rate above one. */
class OrderIndependenceTest {
    private static final int CASES = 2_000;

    @Test
    void anyOrderGivesTheSameFacts() {
        Seeds.forEach(CASES, random -> {
            var events = RandomHistories.ofOneLead(random, 1 + random.nextInt(25));
            var expected = facts(events);
            Collections.shuffle(events, random);
            var shuffled = facts(events);
            assertThat(shuffled.state()).isEqualTo(expected.state());
            assertThat(shuffled.counts().cells()).isEqualTo(expected.counts().cells());
        });
    }

    @Test
    void differencesAddUpToTheWholeWhateverTheOrder() {
        Seeds.forEach(CASES / 4, random -> {
            var events = RandomHistories.ofOneLead(random, 1 + random.nextInt(25));
            var sum = new HashMap<CountTable.Cell, Counts>();
            var history = History.EMPTY;
            for (var event : withDuplicates(events, random)) {
                if (history.contains(Touch.of(event))) {
                    continue;
                }
                var next = history.with(touch(event));
                facts(event, next)
                        .counts()
                        .minus(facts(event, history).counts())
                        .forEach((cell, delta) ->
                                sum.computeIfAbsent(cell, _ -> Counts.zero()).add(delta));
                history = next;
            }
            sum.values().removeIf(Counts::isZero);
            assertThat(sum).isEqualTo(facts(events).counts().cells());
        });
    }

    @Test
    void noRateEverExceedsOne() {
        Seeds.forEach(CASES, random -> {
            var cells = facts(RandomHistories.ofOneLead(random, 1 + random.nextInt(25)))
                    .counts()
                    .cells();
            cells.forEach((cell, counts) -> {
                for (var cohort : List.of(
                        Metric.COHORT_LEADS_OPENED,
                        Metric.COHORT_LEADS_CLICKED,
                        Metric.COHORT_LEADS_REPLIED,
                        Metric.COHORT_POSITIVE_REPLIES)) {
                    assertThat(counts.get(cohort))
                            .as("%s of %s", cohort, cell)
                            .isBetween(0L, counts.get(Metric.LEADS_CONTACTED));
                }
                for (var cohort :
                        List.of(Metric.COHORT_EMAILS_BOUNCED, Metric.COHORT_SPAM_REPORTS, Metric.COHORT_UNSUBSCRIBED)) {
                    assertThat(counts.get(cohort))
                            .as("%s of %s", cohort, cell)
                            .isBetween(0L, counts.get(Metric.EMAILS_SENT));
                }
            });
        });
    }

    @Test
    void outcomesOfACampaignNeverExceedItsContacts() {
        Seeds.forEach(CASES / 4, random -> {
            var totals = new HashMap<Dimension, Counts>();
            facts(RandomHistories.ofOneLead(random, 20))
                    .counts()
                    .cells()
                    .forEach((cell, counts) -> totals.computeIfAbsent(cell.dimension(), _ -> Counts.zero())
                            .add(counts));
            totals.forEach((dimension, counts) -> {
                if (dimension instanceof Dimension.Campaign) {
                    assertThat(counts.get(Metric.LEADS_OPENED)).isLessThanOrEqualTo(counts.get(Metric.LEADS_CONTACTED));
                    assertThat(counts.get(Metric.LEADS_OPENED)).isEqualTo(counts.get(Metric.COHORT_LEADS_OPENED));
                }
            });
        });
    }

    @Test
    void aHistorySurvivesItsCodec() {
        Seeds.forEach(CASES, random -> {
            var history = History.EMPTY;
            for (var event : RandomHistories.ofOneLead(random, random.nextInt(40))) {
                history = history.with(touch(event));
            }
            assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
        });
    }

    private static List<Event> withDuplicates(List<Event> events, Random random) {
        var deliveries = new ArrayList<>(events);
        for (var event : events) {
            if (random.nextBoolean()) {
                deliveries.add(event);
            }
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private static final Map<String, ReplyCategory> MEANING = Map.of(
            "Sounds good, can we talk on Tuesday?", ReplyCategory.MEETING_REQUEST,
            "Please remove me from your list.", ReplyCategory.UNSUBSCRIBE,
            "No thanks, we are not interested.", ReplyCategory.NOT_INTERESTED,
            "I am out of office until next Monday.", ReplyCategory.OUT_OF_OFFICE,
            "Was kostet das?", ReplyCategory.QUESTION);

    private static Touch touch(Event event) {
        var reply = event.reply();
        return Touch.of(event)
                .with(reply == null ? null : new Judgement(reply.text().hashCode(), MEANING.get(reply.text()), null));
    }

    private static LeadFacts facts(List<Event> events) {
        var history = History.EMPTY;
        for (var event : events) {
            history = history.with(touch(event));
        }
        return facts(events.getFirst(), history);
    }

    private static LeadFacts facts(Event any, History history) {
        return LeadFacts.of(any.organizationId(), any.leadEmail(), history, ScoreSettings.DEFAULT);
    }
}
