package io.salesbrain.query.inbox;

import java.util.ArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A stranger's HTML without anything that runs, loads or pretends: what is left is text with its structure, and links that
 * say where they lead. Only what is listed stays; images go altogether, for fetching one tells its owner that and where
 * the mail was read.
 */
final class MailHtml {
    private static final int MOST_CHARACTERS = 200_000;
    private static final int DEEPEST = 200;
    private static final String[] TEXT = {
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul"
    };
    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags(TEXT)
            .addAttributes("a", "href")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addProtocols("a", "href", "https", "mailto")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank"));

    private MailHtml() {}

    /** Empty where nothing is left. */
    static String clean(String html) {
        var dirty = Jsoup.parse(html.substring(0, Math.min(MOST_CHARACTERS, html.length())));
        var clean = CLEANER.clean(dirty);
        // Nesting of which no mail is made has one purpose: that whoever reads this runs out of something.
        var tooDeep = new ArrayList<Node>();
        clean.body().traverse((node, depth) -> {
            if (depth == DEEPEST) {
                tooDeep.add(node);
            }
        });
        tooDeep.forEach(Node::remove);
        clean.outputSettings(new OutputSettings().prettyPrint(false));
        return clean.body().hasText() ? clean.body().html().strip() : "";
    }
}
