package io.salesbrain.classifier.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What the writer of a reply wrote: no quote, banner, signature or disclaimer. Every step is one pass over capped
 * text, so hostile mail costs no more than long mail.
 */
public final class VisibleText {
    static final int CHARACTER_LIMIT = 20_000;

    private VisibleText() {}

    /** The visible text of a mail; the subject speaks only where the body says nothing. */
    public static String of(String subject, String text, String html) {
        String visible = text.isBlank() ? "" : ofBody(text);
        if (visible.isEmpty() && !html.isBlank()) {
            visible = clean(HtmlText.of(html));
        }
        return visible.isEmpty() ? ofSubject(subject) : visible;
    }

    /** The visible text of one body, plain or HTML. */
    public static String ofBody(String body) {
        return clean(HtmlText.looksLikeHtml(body) ? HtmlText.of(body) : body);
    }

    private static String clean(String body) {
        List<String> lines = readable(body).lines().map(String::strip).toList();
        lines = Banners.drop(lines);
        lines = QuotedHistory.cut(lines);
        lines = Trailers.dropMobileFooters(lines);
        lines = Trailers.cutSignature(lines);
        lines = Trailers.dropDisclaimers(lines);
        return joined(lines);
    }

    static String readable(String body) {
        String text = capped(body, CHARACTER_LIMIT);
        text = Encodings.unescapeQuotedPrintable(text);
        text = Encodings.repairMojibake(text);
        text = Normalizer.normalize(Encodings.dropInvisible(text), Normalizer.Form.NFKC);
        return capped(text, CHARACTER_LIMIT);
    }

    private static String ofSubject(String subject) {
        String rest = readable(subject).strip();
        for (int prefixes = 0; prefixes < 5; prefixes++) {
            int colon = rest.indexOf(':');
            if (colon < 1 || colon > 4 || !isReplyPrefix(rest.substring(0, colon))) {
                break;
            }
            rest = rest.substring(colon + 1).strip();
        }
        return rest.lines().map(String::strip).findFirst().orElse("");
    }

    private static boolean isReplyPrefix(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "re", "aw", "fw", "fwd", "wg" -> true;
            default -> false;
        };
    }

    static String capped(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    static String joined(List<String> lines) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        for (String line : lines) {
            if (line.isEmpty()) {
                gap = true;
                continue;
            }
            if (!out.isEmpty()) {
                out.append(gap ? "\n\n" : "\n");
            }
            out.append(line);
            gap = false;
        }
        return out.toString();
    }
}
