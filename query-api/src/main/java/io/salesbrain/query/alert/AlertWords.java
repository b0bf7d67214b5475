package io.salesbrain.query.alert;

import io.salesbrain.events.Alert;
import io.salesbrain.events.AlertKind;
import io.salesbrain.events.AlertLevel;
import io.salesbrain.events.AlertMeasure;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An alert in sentences for somebody who sells and does not do statistics. */
public final class AlertWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private AlertWords() {}

    /** A few words, as for a subject line. */
    public static String title(Alert alert, String campaignName) {
        var whose = whose(alert, campaignName);
        return switch (alert.kind()) {
            case BOUNCE_RATE -> "Too many bounces: " + whose;
            case SPAM_RATE -> "Spam reports: " + whose;
            case UNSUBSCRIBE_RATE -> "Too many unsubscribes: " + whose;
            case OPEN_RATE_DROP -> "Fewer opens than usual: " + whose;
            case REPLY_RATE_DROP -> "Fewer replies than usual: " + whose;
            case ACCOUNT_ERROR -> "Mailbox error: " + whose;
            case ACCOUNT_SUSPENDED -> "Mailbox suspended: " + whose;
            case DAILY_LIMIT -> "Daily limit reached: " + whose;
        };
    }

    /** What happened, in one sentence with its numbers. */
    public static String message(Alert alert, String campaignName) {
        var whose = whose(alert, campaignName);
        var measure = alert.measure();
        if (measure == null) {
            return switch (alert.kind()) {
                case ACCOUNT_SUSPENDED -> "Instantly has suspended %s: nothing more is sent from it.".formatted(whose);
                case DAILY_LIMIT ->
                    "%s has sent %d e-mails today, as many as it may send in a day.".formatted(whose, alert.times());
                case ACCOUNT_ERROR, BOUNCE_RATE, SPAM_RATE, UNSUBSCRIBE_RATE, OPEN_RATE_DROP, REPLY_RATE_DROP ->
                    "Instantly reports an error of %s%s."
                            .formatted(whose, alert.times() > 1 ? ", " + alert.times() + " times so far" : "");
            };
        }
        return switch (alert.kind()) {
            case OPEN_RATE_DROP, REPLY_RATE_DROP -> fall(alert.kind(), whose, measure);
            case BOUNCE_RATE, SPAM_RATE, UNSUBSCRIBE_RATE, ACCOUNT_ERROR, ACCOUNT_SUSPENDED, DAILY_LIMIT ->
                excess(alert.kind(), whose, measure);
        };
    }

    private static String excess(AlertKind kind, String whose, AlertMeasure measure) {
        var verb = switch (kind) {
            case SPAM_RATE -> "were reported as spam";
            case UNSUBSCRIBE_RATE -> "made their readers unsubscribe";
            default -> "bounced";
        };
        return "Since %s, %d of %d e-mails from %s %s: %s, where %s is the limit; it is %s sure that this is no chance."
                .formatted(
                        DAY.format(measure.since().atOffset(ZoneOffset.UTC)),
                        measure.count(),
                        measure.of(),
                        whose,
                        verb,
                        percent(measure.rate()),
                        percent(measure.against()),
                        certain(measure.confidence()));
    }

    private static String fall(AlertKind kind, String whose, AlertMeasure measure) {
        var did = kind == AlertKind.OPEN_RATE_DROP ? "opened an e-mail within three days" : "replied within a week";
        return ("Of the %d people %s wrote to since %s, %d %s: %s, where %s is usual; it is %s sure that this is no"
                        + " chance.")
                .formatted(
                        measure.of(),
                        whose,
                        DAY.format(measure.since().atOffset(ZoneOffset.UTC)),
                        measure.count(),
                        did,
                        percent(measure.rate()),
                        percent(measure.against()),
                        certain(measure.confidence()));
    }

    /** What to do about it. */
    public static String advice(Alert alert) {
        boolean isCritical = alert.level() == AlertLevel.CRITICAL;
        return switch (alert.kind()) {
            case BOUNCE_RATE ->
                (isCritical
                                ? "Stop sending to this list now and verify its addresses"
                                : "Verify the addresses of the lists added last")
                        + "; remove those that bounced.";
            case SPAM_RATE ->
                (isCritical ? "Stop sending now. " : "Send less for some days. ")
                        + "Check whom you write to and that every e-mail offers a way out.";
            case UNSUBSCRIBE_RATE ->
                "Look at whom the list addresses and what the first e-mail promises; write to fewer people who fit better.";
            case OPEN_RATE_DROP ->
                "E-mails may be landing in spam: test inbox placement, check SPF, DKIM and DMARC, send less and warm up for a week. If only the subject line changed, try the former one.";
            case REPLY_RATE_DROP ->
                "Look at what changed: list, text, or offer. If opens fell as well, begin with deliverability.";
            case ACCOUNT_ERROR -> "Open the account in Instantly, read the error and reconnect the mailbox.";
            case ACCOUNT_SUSPENDED ->
                "Take the account out of its campaigns and ask your mailbox provider why it was suspended.";
            case DAILY_LIMIT -> "Nothing is wrong. To send more, add accounts rather than raise the limit of this one.";
        };
    }

    private static String whose(Alert alert, String campaignName) {
        if (!alert.account().isEmpty()) {
            return alert.account();
        }
        return "the campaign " + (campaignName.isEmpty() ? alert.campaignId() : "“" + campaignName + "”");
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return (percent < 1 ? "%.2f %%" : percent < 10 ? "%.1f %%" : "%.0f %%").formatted(percent);
    }

    private static String certain(double confidence) {
        return confidence >= 0.9995 ? "more than 99.9 %" : "%.1f %%".formatted(100 * confidence);
    }
}
