package io.salesbrain.scoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.events.AlertSettings;
import io.salesbrain.events.InstantlyMirror;
import io.salesbrain.events.OrganizationAlerting;
import io.salesbrain.events.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchBookTest {
    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final WatchSubject BOX = WatchSubject.account(ACME, "box@acme.example");

    private final WatchBook book = new WatchBook();

    @Test
    void withoutAWordOnItTheDefaultsHold() {
        assertThat(book.of(BOX)).isEqualTo(WatchSettings.DEFAULT);
    }

    @Test
    void anOrganizationsOwnThresholdsHoldForItAlone() {
        var levels = new AlertSettings.Levels(0.04, 0.08);
        var usual = AlertSettings.DEFAULT;
        var own = new AlertSettings(levels, usual.spam(), usual.unsubscribes(), true);
        book.accept("acme", new OrganizationAlerting(ACME, own, NOW));
        assertThat(book.of(BOX).bounces().warning()).isEqualTo(0.04);
        assertThat(book.of(BOX).bounces().leastTrials()).isEqualTo(LevelSettings.BOUNCES.leastTrials());
        assertThat(book.of(WatchSubject.account(new OrganizationId("rival"), "box@acme.example")))
                .isEqualTo(WatchSettings.DEFAULT);
        book.accept("acme", (OrganizationAlerting) null);
        assertThat(book.of(BOX)).isEqualTo(WatchSettings.DEFAULT);
    }

    @Test
    void theDailyLimitIsWhatWasLastSeenAtInstantly() {
        see(30);
        assertThat(book.of(BOX).dailyLimit()).hasValue(30);
        assertThat(book.of(WatchSubject.campaign(ACME, "c")).dailyLimit()).isEmpty();
        see(null);
        assertThat(book.of(BOX).dailyLimit()).isEmpty();
        see(0);
        assertThat(book.of(BOX).dailyLimit()).isEmpty();
    }

    @Test
    void whoDoesNotWantToHearOfLimitsDoesNot() {
        see(30);
        var usual = AlertSettings.DEFAULT;
        var own = new AlertSettings(usual.bounces(), usual.spam(), usual.unsubscribes(), false);
        book.accept("acme", new OrganizationAlerting(ACME, own, NOW));
        assertThat(book.of(BOX).dailyLimit()).isEmpty();
    }

    private void see(@Nullable Integer limit) {
        var seen =
                new InstantlyMirror.Account(ACME, "box@acme.example", 1, "active", 1, "active", limit, null, "", NOW);
        book.accept(seen.key(), seen);
    }
}
