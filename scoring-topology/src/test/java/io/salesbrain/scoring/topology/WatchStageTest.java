package io.salesbrain.scoring.topology;

import static io.salesbrain.events.Metric.COHORT_EMAILS_BOUNCED;
import static io.salesbrain.events.Metric.COHORT_LEADS_OPENED_IN_TIME;
import static io.salesbrain.events.Metric.EMAILS_SENT;
import static io.salesbrain.events.Metric.LEADS_CONTACTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.Dimension;
import io.salesbrain.events.StepVariant;
import io.salesbrain.scoring.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchStageTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Dimension ACCOUNT = new Dimension.Account(WatchHarness.ACCOUNT);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private WatchHarness stage = new WatchHarness(WatchSettings.DEFAULT, MONDAY);

    @AfterEach
    void stop() {
        stage.close();
    }

    private void sent(long hour, long emails, long bounced) {
        stage.count(ACCOUNT, hour, Map.of(EMAILS_SENT, emails, COHORT_EMAILS_BOUNCED, bounced));
    }

    @Test
    void bouncesAreToldOnceAndTheirEndOnce() {
        sent(stage.hour(), 100, 20);
        assertThat(stage.told()).isEmpty();
        var told = stage.advance(MINUTE);
        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.BOUNCE_RATE);
            assertThat(alert.level()).isEqualTo(AlertLevel.CRITICAL);
            assertThat(alert.account()).isEqualTo(WatchHarness.ACCOUNT);
            assertThat(alert.measure()).satisfies(measure -> {
                assertThat(measure.count()).isEqualTo(20);
                assertThat(measure.of()).isEqualTo(100);
                assertThat(measure.lower()).isGreaterThan(0.1);
            });
        });
        assertThat(stage.advance(DAY)).isEmpty();

        stage.restart();
        sent(stage.hour() - 1, 200, 1);
        var ended = stage.advance(DAY);
        assertThat(ended).singleElement().satisfies(alert -> {
            assertThat(alert.alertId()).isEqualTo(told.getFirst().alertId());
            assertThat(alert.ending()).isEqualTo(AlertEnding.RECOVERED);
        });
        assertThat(stage.advance(DAY)).isEmpty();
    }

    @Test
    void aWarningBecomesCriticalOnce() {
        sent(stage.hour(), 200, 14);
        assertThat(stage.advance(MINUTE)).extracting(Alert::level).containsExactly(AlertLevel.WARNING);
        sent(stage.hour(), 400, 60);
        stage.restart();
        var told = stage.advance(Duration.ofMinutes(10));
        assertThat(told).extracting(Alert::level).containsExactly(AlertLevel.CRITICAL);
        assertThat(told.getFirst().escalatedAt()).isNotNull();
        assertThat(stage.advance(Duration.ofMinutes(40))).isEmpty();
    }

    @Test
    void lateEventsThatTakeTheCauseAwayEndTheAlert() {
        sent(stage.hour(), 60, 12);
        assertThat(stage.advance(MINUTE)).hasSize(1);
        sent(stage.hour(), 2_000, 12);
        assertThat(stage.advance(Duration.ofMinutes(5)))
                .extracting(Alert::isResolved)
                .containsExactly(true);
    }

    @Test
    void whatHappenedLongAgoIsNotTold() {
        sent(stage.hour() - 30 * 24, 500, 100);
        assertThat(stage.advance(DAY)).isEmpty();
    }

    @Test
    void anAlertEndsWhenNothingIsSentForFourWeeks() {
        sent(stage.hour(), 100, 20);
        assertThat(stage.advance(MINUTE)).hasSize(1);
        assertThat(stage.advance(Duration.ofDays(30)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.ending()).isEqualTo(AlertEnding.NOTHING_SENT));
    }

    @Test
    void aFallInOpensIsToldWhenItsNumbersStandStill() {
        openRates(0.45, 0.15, ACCOUNT);
        assertThat(stage.advance(Duration.ofMinutes(4))).isEmpty();
        var told = stage.advance(Duration.ofMinutes(30));
        assertThat(told).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.OPEN_RATE_DROP);
            assertThat(alert.measure()).satisfies(measure -> {
                assertThat(measure.against()).isBetween(0.4, 0.47);
                assertThat(measure.rate()).isBetween(0.1, 0.2);
            });
        });
        assertThat(stage.advance(Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void aCampaignIsComparedStepByStep() {
        openRates(0.45, 0.15, new Dimension.Step("camp-1", new StepVariant(0, 1, 1)));
        assertThat(stage.advance(Duration.ofMinutes(40)))
                .extracting(Alert::kind, Alert::campaignId)
                .containsExactly(tuple(AlertKind.OPEN_RATE_DROP, "camp-1"));
    }

    /** Six weeks, of which the last mature week is worse; in no order, as from many partitions. */
    private void openRates(double usual, double lately, Dimension dimension) {
        long last = stage.hour() - 80;
        var hours = new ArrayList<Long>();
        for (long hour = last - 42 * 24; hour <= last; hour += 6) {
            hours.add(hour);
        }
        Collections.shuffle(hours, new Random(1));
        for (long hour : hours) {
            double rate = hour > last - 7 * 24 ? lately : usual;
            stage.count(
                    dimension,
                    hour,
                    Map.of(EMAILS_SENT, 40L, LEADS_CONTACTED, 40L, COHORT_LEADS_OPENED_IN_TIME, Math.round(40 * rate)));
        }
    }

    @Test
    void accountErrorsAreToldAtOnceAndBecomeCriticalWhenTheyRepeat() {
        stage.fail(AlertKind.ACCOUNT_ERROR, stage.now());
        assertThat(stage.told()).extracting(Alert::level).containsExactly(AlertLevel.WARNING);
        stage.restart();
        stage.fail(AlertKind.ACCOUNT_ERROR, stage.now());
        stage.fail(AlertKind.ACCOUNT_ERROR, stage.now());
        var told = stage.told();
        assertThat(told).extracting(Alert::level).containsExactly(AlertLevel.WARNING, AlertLevel.CRITICAL);
        assertThat(told).extracting(Alert::times).containsExactly(2L, 3L);
        assertThat(told).extracting(Alert::alertId).containsOnly(told.getFirst().alertId());

        assertThat(stage.advance(Duration.ofDays(2))).isEmpty();
        sent(stage.hour(), 5, 0);
        assertThat(stage.advance(Duration.ofMinutes(2)))
                .extracting(Alert::isResolved)
                .containsExactly(true);
    }

    @Test
    void aSuspensionIsCriticalAndAnOldOneIsNoNews() {
        stage.fail(AlertKind.ACCOUNT_SUSPENDED, stage.now().minus(Duration.ofDays(9)));
        assertThat(stage.told()).isEmpty();
        stage.fail(AlertKind.ACCOUNT_SUSPENDED, stage.now());
        assertThat(stage.told()).extracting(Alert::level).containsExactly(AlertLevel.CRITICAL);
    }

    @Test
    void theDailyLimitIsToldWhereItIsKnown() {
        stage.close();
        var usual = WatchSettings.DEFAULT;
        stage = new WatchHarness(
                new WatchSettings(
                        usual.bounces(),
                        usual.spam(),
                        usual.unsubscribes(),
                        usual.opens(),
                        usual.replies(),
                        OptionalInt.of(50)),
                MONDAY);
        sent(stage.hour(), 49, 0);
        assertThat(stage.advance(MINUTE)).isEmpty();
        sent(stage.hour(), 50, 0);
        List<Alert> told = stage.advance(Duration.ofMinutes(5));
        assertThat(told).extracting(Alert::kind).containsExactly(AlertKind.DAILY_LIMIT);
        assertThat(told.getFirst().limit()).isEqualTo(50);
        assertThat(stage.advance(DAY)).extracting(Alert::isResolved).containsExactly(true);
    }
}
