package io.salesbrain.query.inbox;

import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.query.Words;
import io.salesbrain.query.inbox.ShownThread.SegmentItem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The place in a text where what was searched stands, as pieces of text that match or do not; never HTML. */
final class Highlights {
    private static final int BEFORE = 60;
    private static final int SHOWN = 200;
    private static final String ELLIPSIS = "…";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private record Hit(int start, int end) {}

    private Highlights() {}

    /** Around the first match in the text, else in the subject, else the beginning of the text. */
    static List<SegmentItem> of(SearchQuestion question, String subject, String text) {
        var inText = hits(question, text);
        if (!inText.isEmpty()) {
            return segments(text, inText);
        }
        var inSubject = hits(question, subject);
        return inSubject.isEmpty() ? segments(text, List.of()) : segments(subject, inSubject);
    }

    private static List<Hit> hits(SearchQuestion question, String text) {
        var hits = new ArrayList<Hit>();
        var words = WORD.matcher(text);
        int end = text.length();
        while (words.find() && words.start() < end) {
            if (question.matches(Words.found(words.group()))) {
                if (hits.isEmpty()) {
                    end = Math.min(end, words.start() + SHOWN);
                }
                hits.add(new Hit(words.start(), words.end()));
            }
        }
        return hits;
    }

    private static List<SegmentItem> segments(String text, List<Hit> hits) {
        int first = hits.isEmpty() ? 0 : hits.getFirst().start();
        int from = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
        int to = Math.min(text.length(), from + SHOWN);
        var segments = new ArrayList<SegmentItem>();
        var plain = new StringBuilder(from > 0 ? ELLIPSIS : "");
        int at = from;
        for (var hit : hits) {
            if (hit.end() > to) {
                to = Math.max(at, Math.min(to, hit.start()));
                break;
            }
            plain.append(text, at, hit.start());
            add(segments, plain);
            segments.add(new SegmentItem(text.substring(hit.start(), hit.end()), true));
            at = hit.end();
        }
        plain.append(text, at, whole(text, to));
        if (to < text.length()) {
            plain.append(ELLIPSIS);
        }
        add(segments, plain);
        return segments;
    }

    private static void add(List<SegmentItem> segments, StringBuilder plain) {
        if (!plain.isEmpty()) {
            segments.add(new SegmentItem(plain.toString().replaceAll("\\s+", " "), false));
            plain.setLength(0);
        }
    }

    private static int wordStart(String text, int from, int first) {
        int blank = text.indexOf(' ', from);
        return blank >= 0 && blank < first ? blank + 1 : whole(text, from);
    }

    /** Never between the halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
