package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.letters.ReplyWriter.Original;
import io.salesbrain.simulator.world.Language;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** The original below a reply, in the two styles mail programs use. */
final class Quotes {
    private Quotes() {}

    static String text(boolean headerBlock, Original original) {
        return headerBlock
                ? headerBlock(original) + "\n\n" + original.text()
                : introduction(original) + "\n\n" + marked(original);
    }

    static String html(Original original) {
        return "<br /><div class=\"gmail_quote\"><div class=\"gmail_attr\">" + Html.escape(introduction(original))
                + "</div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">"
                + Html.paragraphs(original.text()) + "</blockquote></div>";
    }

    private static String marked(Original original) {
        return original.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String introduction(Original original) {
        Language language = original.campaign().language();
        String sender =
                original.mailbox().firstName() + " " + original.mailbox().lastName();
        String address = " <" + original.mailbox().email() + ">";
        return switch (language) {
            case ENGLISH -> "On " + sent(original, "EEE, d MMM yyyy 'at' HH:mm") + " " + sender + address + " wrote:";
            case GERMAN -> "Am " + sent(original, "EEE, d. MMM yyyy 'um' HH:mm") + " schrieb " + sender + address + ":";
        };
    }

    private static String headerBlock(Original original) {
        Language language = original.campaign().language();
        String from = original.mailbox().firstName() + " " + original.mailbox().lastName() + " <"
                + original.mailbox().email() + ">";
        String to = original.lead().email();
        return switch (language) {
            case ENGLISH ->
                "________________________________\nFrom: " + from + "\nSent: "
                        + sent(original, "EEEE, d MMMM yyyy HH:mm") + "\nTo: " + to + "\nSubject: "
                        + original.subject();
            case GERMAN ->
                "________________________________\nVon: " + from + "\nGesendet: "
                        + sent(original, "EEEE, d. MMMM yyyy HH:mm") + "\nAn: " + to + "\nBetreff: "
                        + original.subject();
        };
    }

    private static String sent(Original original, String pattern) {
        ZonedDateTime at = original.sentAt().atZone(original.lead().company().zone());
        return DateTimeFormatter.ofPattern(
                        pattern, original.campaign().language().locale())
                .format(at);
    }
}
