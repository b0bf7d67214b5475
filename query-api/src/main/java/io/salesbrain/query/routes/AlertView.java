package io.salesbrain.query.routes;

import io.salesbrain.events.AlertEnding;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import io.salesbrain.query.api.Says;
import io.salesbrain.query.readmodel.AlertState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as the API shows it. */
@Says("Something about a mailbox or a campaign that somebody should look at.")
public record AlertView(
        @Says("The same from opening to end; the same cause later has another.")
        String alertId,

        @Says("What it is about.") AlertKind kind,
        @Says("How serious it is.") AlertLevel level,

        @Says("Where it stands, with what people said of it.")
        AlertState state,

        @Says("The mailbox; null where it is about a campaign.") @Nullable
        String account,

        @Says("The campaign; null where it is about a mailbox.") @Nullable
        String campaignId,

        @Says("Null where it is not known.") @Nullable String campaignName,
        @Says("A few words.") String title,

        @Says("What was measured, on how much, against what, and how sure that is.")
        String message,

        @Says("What helps.") String whatToDo,
        @Says("When it opened.") Instant openedAt,
        @Says("When its numbers were last computed.") Instant changedAt,

        @Says("When it became critical; null if it never did.") @Nullable
        Instant escalatedAt,

        @Says("Null while the cause lasts.") @Nullable Instant resolvedAt,

        @Says("Why it is over; null while it is not.") @Nullable
        AlertEnding ending,

        @Says("When somebody took it up.") @Nullable Instant acknowledgedAt,
        @Says("Until then nobody is told of it.") @Nullable Instant mutedUntil,

        @Says("What it rests on; null for what is no matter of rates.") @Nullable
        Measured measured,

        @Says("How often the mailbox' error came, or how many e-mails it sent on the day; null for rates.") @Nullable
        Long times,

        @Says("E-mails a day, where that is what it is about.") @Nullable
        Long dailyLimit) {

    @Says("What an alert rests on.")
    record Measured(
            @Says("Of what is counted: bounces, opens, replies.")
            long count,

            @Says("Among so many e-mails or leads.") long of,
            @Says("count / of.") double rate,

            @Says("The threshold, or the rate that was to be expected.")
            double against,

            @Says("Lower end of the 95 % interval around the rate.")
            double lower,

            @Says("Upper end of the 95 % interval around the rate.")
            double upper,

            @Says("How sure it is that this is no chance, 0 to 1.")
            double confidence,

            @Says("The first hour it speaks of.") Instant since,
            @Says("The end of the last hour it speaks of.") Instant until) {
        static Measured of(AlertMeasure measure) {
            return new Measured(
                    measure.count(),
                    measure.of(),
                    measure.rate(),
                    measure.against(),
                    measure.lower(),
                    measure.upper(),
                    measure.confidence(),
                    measure.since(),
                    measure.until());
        }
    }
}
