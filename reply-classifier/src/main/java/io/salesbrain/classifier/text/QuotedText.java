package io.salesbrain.classifier.text;

import java.util.ArrayList;
import java.util.List;

/** What a mail quotes of earlier ones: what {@link VisibleText} leaves out for that reason. */
public final class QuotedText {
    private QuotedText() {}

    /** As plain lines without quotation marks; empty where nothing is quoted. */
    public static String of(String text, String html) {
        boolean isPlain = !text.isBlank() && !HtmlText.looksLikeHtml(text);
        if (isPlain) {
            return left(text);
        }
        var body = text.isBlank() ? html : text;
        if (body.isBlank()) {
            return "";
        }
        var marked = HtmlText.quoted(body);
        var unmarked = left(HtmlText.of(body));
        return marked.isEmpty() ? unmarked : unmarked.isEmpty() ? marked : unmarked + "\n\n" + marked;
    }

    /** The lines that are left where those are taken away that the writer added: in order, and each once. */
    private static String left(String body) {
        List<String> lines =
                VisibleText.readable(body).lines().map(String::strip).toList();
        List<String> kept = QuotedHistory.cut(Banners.drop(lines));
        List<String> left = new ArrayList<>();
        int next = 0;
        for (String line : lines) {
            if (next < kept.size() && kept.get(next).equals(line)) {
                next++;
            } else {
                left.add(unmarked(line));
            }
        }
        return VisibleText.joined(left);
    }

    private static String unmarked(String line) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == '>' || line.charAt(start) == ' ')) {
            start++;
        }
        return line.substring(start);
    }
}
