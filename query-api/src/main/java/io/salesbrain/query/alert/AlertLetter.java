package io.salesbrain.query.alert;

import io.salesbrain.events.Alert;
import io.salesbrain.query.readmodel.AlertNews;
import java.util.Locale;

/** An alert as a mail or a chat message: a subject, and some lines without markup. */
public final class AlertLetter {
    private AlertLetter() {}

    public static String subject(Alert alert, AlertNews news, String campaignName) {
        var prefix = switch (news) {
            case OPENED, ESCALATED -> "[" + alert.level().label().toUpperCase(Locale.ROOT) + "] ";
            case RESOLVED -> "[RESOLVED] ";
        };
        return prefix + AlertWords.title(alert, campaignName);
    }

    public static String text(Alert alert, AlertNews news, String campaignName) {
        return switch (news) {
            case OPENED, ESCALATED ->
                subject(alert, news, campaignName) + "\n\n" + AlertWords.message(alert, campaignName)
                        + "\n\nWhat to do: " + AlertWords.advice(alert) + "\n";
            case RESOLVED -> subject(alert, news, campaignName) + "\n\nThis is over: " + ending(alert) + "\n";
        };
    }

    private static String ending(Alert alert) {
        var ending = alert.ending();
        return ending == null
                ? "the cause is gone."
                : switch (ending) {
                    case RECOVERED -> "what came since is as it should be.";
                    case NEW_BASELINE -> "the rate has stayed there for four weeks and counts as usual now.";
                    case NOTHING_SENT -> "nothing was sent for four weeks.";
                };
    }
}
