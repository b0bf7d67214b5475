package io.salesbrain.classifier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warnings that a mail gateway puts above the text of mails from outside. */
final class Banners {
    /** A banner stands near the top; further down the same words are the writer's. */
    private static final int LINES_SEARCHED = 12;

    private static final List<String> TAGS = List.of(
            "[extern]", "[external]", "[ext]", "[external email]", "[externe e-mail]", "[externe mail]", "(extern)");

    private static final List<String> OPENINGS = List.of(
            "caution: ",
            "caution - ",
            "achtung: externe",
            "achtung: diese",
            "vorsicht: externe",
            "vorsicht: diese",
            "warnung: externe",
            "warnung: diese",
            "warning: external",
            "warning: this e",
            "external email",
            "external sender",
            "external mail",
            "externe e-mail",
            "externe mail",
            "externer absender",
            "this email originated from outside",
            "this e-mail originated from outside",
            "this message originated from outside",
            "this message was sent from outside",
            "this email was sent from outside",
            "this email came from outside",
            "diese e-mail stammt von außerhalb",
            "diese e-mail stammt von einem externen",
            "diese e-mail kommt von außerhalb",
            "diese nachricht stammt von außerhalb",
            "diese nachricht kommt von außerhalb",
            "you don't often get email from",
            "you don’t often get email from",
            "some people who received this message don't often get email from",
            "some people who received this message don’t often get email from",
            "sie erhalten nicht oft e-mails von",
            "sie erhalten nicht häufig e-mails von",
            "einige personen, die diese nachricht erhalten haben, erhalten");

    private static final List<String> CONTINUATIONS = List.of(
            "do not click",
            "don't click",
            "do not open",
            "be careful",
            "exercise caution",
            "unless you recogni",
            "learn why this is important",
            "erfahren sie, warum dies wichtig ist",
            "weitere informationen, warum dies wichtig ist",
            "klicken sie nicht",
            "klicken sie nur",
            "öffnen sie keine",
            "bitte klicken sie",
            "bitte öffnen sie");

    private Banners() {}

    static List<String> drop(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.size());
        boolean inBanner = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i >= LINES_SEARCHED) {
                kept.add(line);
                continue;
            }
            line = withoutTag(line);
            String lower = line.toLowerCase(Locale.ROOT);
            boolean opens = OPENINGS.stream().anyMatch(lower::startsWith);
            boolean goesOn = inBanner && CONTINUATIONS.stream().anyMatch(lower::startsWith);
            inBanner = opens || goesOn || (inBanner && line.isEmpty());
            if (!opens && !goesOn) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static String withoutTag(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        for (String tag : TAGS) {
            if (lower.startsWith(tag)) {
                return line.substring(tag.length()).strip();
            }
        }
        return line;
    }
}
