package io.salesbrain.classifier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What mail programs and offices hang below a text: app adverts, signatures, disclaimers. */
final class Trailers {
    private static final int FOOTER_LENGTH_LIMIT = 120;
    private static final int CLOSING_LENGTH_LIMIT = 60;
    private static final int SHORT_SIGNATURE_LINES = 6;

    private static final List<String> MOBILE_FOOTERS = List.of(
            "sent from my ",
            "sent from outlook",
            "sent from mail for",
            "sent from yahoo",
            "sent from proton",
            "sent with proton",
            "sent via ",
            "get outlook for",
            "get bluemail",
            "von meinem iphone",
            "von meinem ipad",
            "von meinem handy",
            "von meinem smartphone",
            "von meinem mobil",
            "von meinem samsung",
            "gesendet von meinem",
            "gesendet von mail für",
            "gesendet von outlook",
            "gesendet mit der gmx",
            "gesendet mit der web.de",
            "gesendet mit der telekom",
            "gesendet aus der gmx",
            "diese nachricht wurde von meinem",
            "holen sie sich outlook",
            "outlook für ios herunterladen",
            "outlook für android herunterladen",
            "virenfrei.www.avast",
            "virenfrei. www.avast",
            "virus-free.www.avast");

    /** Nobody writes these but to end a letter. */
    private static final List<String> STRONG_CLOSINGS = List.of(
            "mit freundlichen gr",
            "mit freundlichem gr",
            "mit besten gr",
            "mit herzlichen gr",
            "mit vielen gr",
            "mit kollegialen gr",
            "freundliche gr",
            "freundlichen gr",
            "beste grüße",
            "beste grüsse",
            "beste gruesse",
            "viele grüße",
            "viele grüsse",
            "viele gruesse",
            "liebe grüße",
            "liebe grüsse",
            "liebe gruesse",
            "herzliche grüße",
            "herzliche grüsse",
            "herzliche gruesse",
            "schöne grüße",
            "schöne grüsse",
            "sonnige grüße",
            "hochachtungsvoll",
            "best regards",
            "kind regards",
            "warm regards",
            "kindest regards",
            "warmest regards",
            "yours sincerely",
            "yours faithfully",
            "yours truly",
            "sincerely",
            "with kind regards",
            "with best regards",
            "best wishes",
            "regards,",
            "many thanks and regards",
            "many thanks and best regards",
            "all the best");

    /** Words that also occur as ordinary text: they close only as a whole line with little below. */
    private static final Set<String> WEAK_CLOSINGS = Set.of(
            "mfg",
            "lg",
            "vg",
            "bg",
            "gruß",
            "gruss",
            "grüße",
            "grüsse",
            "gruesse",
            "servus",
            "best",
            "cheers",
            "thanks",
            "many thanks",
            "thank you",
            "thx",
            "br",
            "kr",
            "rgds",
            "regards",
            "danke",
            "vielen dank",
            "besten dank",
            "danke und gruß",
            "danke und grüße",
            "danke & gruß",
            "dank und gruß",
            "thanks and regards",
            "cordially",
            "respectfully",
            "warmly",
            "ta",
            "cheerio");

    private static final List<String> DISCLAIMERS = List.of(
            "this e-mail and any",
            "this email and any",
            "this e-mail is confidential",
            "this email is confidential",
            "this e-mail may contain",
            "this email may contain",
            "this message may contain",
            "this e-mail contains",
            "this email contains",
            "this message contains confidential",
            "this communication is confidential",
            "this message is intended",
            "this e-mail is intended",
            "this email is intended",
            "the information contained in this",
            "the information in this e",
            "the contents of this e",
            "confidentiality notice",
            "disclaimer:",
            "if you are not the intended recipient",
            "please consider the environment",
            "think before you print",
            "diese e-mail enthält vertrauliche",
            "diese e-mail enthaelt vertrauliche",
            "diese e-mail kann vertrauliche",
            "diese nachricht enthält vertrauliche",
            "diese nachricht ist vertraulich",
            "diese e-mail ist vertraulich",
            "diese e-mail ist ausschließlich",
            "diese nachricht ist ausschließlich",
            "der inhalt dieser e-mail ist vertraulich",
            "der inhalt dieser e-mail ist ausschließlich",
            "die in dieser e-mail enthaltenen",
            "wenn sie nicht der richtige adressat",
            "sollten sie nicht der richtige adressat",
            "bitte denken sie an die umwelt",
            "bitte prüfen sie, ob diese mail wirklich",
            "vertraulichkeitshinweis",
            "haftungsausschluss",
            "informationen zum datenschutz finden",
            "hinweise zum datenschutz finden",
            "unsere datenschutzhinweise finden",
            "sitz der gesellschaft",
            "registergericht",
            "handelsregister",
            "amtsgericht",
            "registered in england");

    private Trailers() {}

    static List<String> dropMobileFooters(List<String> lines) {
        return lines.stream().filter(line -> !isMobileFooter(line)).toList();
    }

    private static boolean isMobileFooter(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.length() <= FOOTER_LENGTH_LIMIT && MOBILE_FOOTERS.stream().anyMatch(lower::startsWith);
    }

    /** Cuts from the closing line on, but keeps a postscript: people put the real message there. */
    static List<String> cutSignature(List<String> lines) {
        int textLines = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (textLines > 0 && (isSignatureMark(line) || isClosing(lines, i))) {
                List<String> kept = new ArrayList<>(lines.subList(0, i));
                addPostscript(lines.subList(i, lines.size()), kept);
                return kept;
            }
            if (!line.isEmpty()) {
                textLines++;
            }
        }
        return textLines > 0 && isSignatureMark(lines.getFirst()) ? List.of() : lines;
    }

    private static void addPostscript(List<String> signature, List<String> kept) {
        boolean inPostscript = false;
        for (String line : signature) {
            String lower = line.toLowerCase(Locale.ROOT);
            inPostscript = lower.startsWith("ps:")
                    || lower.startsWith("p.s.")
                    || lower.startsWith("ps.")
                    || lower.startsWith("ps ")
                    || (inPostscript && !line.isEmpty());
            if (inPostscript) {
                kept.add(line);
            }
        }
    }

    private static boolean isSignatureMark(String line) {
        return line.equals("--")
                || (line.length() >= 8 && line.chars().allMatch(c -> c == '_' || c == '-' || c == '='));
    }

    private static boolean isClosing(List<String> lines, int at) {
        String lower = lines.get(at).toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > CLOSING_LENGTH_LIMIT) {
            return false;
        }
        if (STRONG_CLOSINGS.stream().anyMatch(lower::startsWith)) {
            return true;
        }
        String bare = withoutEndMarks(lower);
        return WEAK_CLOSINGS.contains(bare) && textLinesAfter(lines, at) <= SHORT_SIGNATURE_LINES;
    }

    private static String withoutEndMarks(String line) {
        int end = line.length();
        while (end > 0 && ",.!;-– ".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private static long textLinesAfter(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .filter(l -> !l.isEmpty())
                .limit(SHORT_SIGNATURE_LINES + 1L)
                .count();
    }

    /** A disclaimer is a paragraph: it goes from its first words to the next empty line. */
    static List<String> dropDisclaimers(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.size());
        boolean inDisclaimer = false;
        for (String line : lines) {
            String lower = line.toLowerCase(Locale.ROOT);
            inDisclaimer = DISCLAIMERS.stream().anyMatch(lower::startsWith) || (inDisclaimer && !line.isEmpty());
            if (!inDisclaimer) {
                kept.add(line);
            }
        }
        return kept;
    }
}
