package io.salesbrain.classifier.text;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML to plain lines, without the parts that mail programs mark as quoted or hidden. */
final class HtmlText {
    private static final int CHARACTER_LIMIT = 200_000;
    private static final String QUOTED = "blockquote, .gmail_quote, .gmail_attr, .gmail_signature, .yahoo_quoted,"
            + " .protonmail_quote, .moz-cite-prefix, .moz-signature";
    private static final String QUOTES = "blockquote, .gmail_quote, .yahoo_quoted, .protonmail_quote, .moz-cite-prefix";
    private static final String UNSEEN =
            "script, style, head, title, template, noscript, [hidden], [style*=display:none],"
                    + " [style*=display: none]";
    /** Outlook marks only where the quote begins; all that follows belongs to it. */
    private static final String QUOTE_BEGINS =
            "#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container";

    private static final List<String> MARKS = List.of(
            "<html", "<body", "<div", "<p>", "<p ", "<br", "<span", "<table", "<blockquote", "</p>", "<!doctype");

    private HtmlText() {}

    static boolean looksLikeHtml(String body) {
        int tag = body.indexOf('<');
        if (tag < 0) {
            return false;
        }
        String start = VisibleText.capped(body, VisibleText.CHARACTER_LIMIT).toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(start::contains);
    }

    static String of(String html) {
        Document document = Jsoup.parse(VisibleText.capped(html, CHARACTER_LIMIT));
        document.select(UNSEEN).remove();
        document.select(QUOTED).remove();
        for (Element begin : document.select(QUOTE_BEGINS)) {
            Element parent = begin.parent();
            // From the end, where removal does not shift the others.
            while (parent != null && parent.childNodeSize() > begin.siblingIndex() + 1) {
                parent.childNode(parent.childNodeSize() - 1).remove();
            }
            begin.remove();
        }
        Lines lines = new Lines();
        document.body().traverse(lines);
        return lines.out.toString();
    }

    /** Only what mail programs mark as quoted. */
    static String quoted(String html) {
        Document document = Jsoup.parse(VisibleText.capped(html, CHARACTER_LIMIT));
        document.select(UNSEEN).remove();
        Lines lines = new Lines();
        for (Element quote : document.select(QUOTES)) {
            // Those within another quote come with it.
            if (quote.parents().stream().noneMatch(parent -> parent.is(QUOTES))) {
                quote.traverse(lines);
            }
        }
        for (Element begin : document.select(QUOTE_BEGINS)) {
            for (Node next = begin; next != null; next = next.nextSibling()) {
                next.traverse(lines);
            }
        }
        return lines.out.toString().strip();
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode text -> append(text.getWholeText());
                case Element element when element.nameIs("br") -> out.append('\n');
                case Element element when element.isBlock() -> breakLine();
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                breakLine();
                if (element.nameIs("p")) {
                    out.append('\n');
                }
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isWhitespace(c)) {
                    out.append(c);
                } else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                    out.append(' ');
                }
            }
        }

        private void breakLine() {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
        }
    }
}
