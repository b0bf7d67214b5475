package io.salesbrain.classifier.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day an absence notice names as the return. "Back on the 5th" means the 5th, and so does "until the 5th"; only
 * where the writer says that the 5th is still a day off ("through", "inclusive", "einschließlich") it is the 6th.
 */
public final class ReturnDates {
    private static final int CHARACTER_LIMIT = 4_000;
    /** How far before a date the words stand that say what the date is for. */
    private static final int CUE_DISTANCE = 60;

    private static final int DAYS_AHEAD_LIMIT = 550;

    private static final Pattern RETURN_BEFORE = Pattern.compile(
            "\\b(back|return|returning|returns|available again|available from|reachable again|resume|again from|again on"
                    + "|wieder|zurück|zurueck|rückkehr|erreichbar ab|ab dem|ab)\\b");
    private static final Pattern RETURN_AFTER =
            Pattern.compile("^[^.!?\\n]{0,40}\\b(wieder|zurück|zurueck|back|again|erreichbar bin)\\b");
    private static final Pattern UNTIL =
            Pattern.compile("\\b(until|till|til|bis|through|thru|to|inclusive of|up to)\\b|[-–—]");
    private static final Pattern FROM = Pattern.compile("\\b(from|vom|von|since|seit|starting|between|zwischen)\\b");
    private static final Pattern INCLUSIVE_BEFORE = Pattern.compile(
            "\\b(through|thru|up to and including|bis einschließlich|bis einschliesslich|bis inklusive|bis inkl|bis und mit|bis einschl)\\b");
    private static final Pattern INCLUSIVE_AFTER =
            Pattern.compile("^\\W{0,3}(einschließlich|einschliesslich|inklusive|inkl|inclusive|included)\\b");

    private enum Role {
        RETURN,
        UNTIL,
        OTHER,
        FROM
    }

    private record Candidate(LocalDate date, Role role, int start) {}

    private ReturnDates() {}

    /** The return date in this text, as seen when it arrived; empty where it names none. */
    public static Optional<LocalDate> in(String text, Instant receivedAt) {
        LocalDate today = receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        String lower = text.substring(0, Math.min(text.length(), CHARACTER_LIMIT))
                .toLowerCase(Locale.ROOT)
                .replace('\n', ' ');
        List<Dates.Found> found = Dates.in(lower, today);
        return found.stream()
                .map(date -> candidate(lower, date, found))
                .filter(c -> c.role() != Role.FROM)
                .filter(c -> !c.date().isAfter(today.plusDays(DAYS_AHEAD_LIMIT)))
                .min(Comparator.comparing(Candidate::role).thenComparingInt(Candidate::start))
                .map(Candidate::date);
    }

    private static Candidate candidate(String text, Dates.Found date, List<Dates.Found> all) {
        int from = Math.max(0, date.start() - CUE_DISTANCE);
        for (Dates.Found other : all) {
            if (other.end() <= date.start() && other.end() > from) {
                from = other.end();
            }
        }
        String before = lastSentence(text.substring(from, date.start()));
        String after = text.substring(date.end(), Math.min(text.length(), date.end() + CUE_DISTANCE));
        boolean inclusive = INCLUSIVE_BEFORE.matcher(before).find()
                || INCLUSIVE_AFTER.matcher(after).find();
        return new Candidate(inclusive ? date.date().plusDays(1) : date.date(), role(before, after), date.start());
    }

    private static Role role(String before, String after) {
        int isReturn = lastMatch(RETURN_BEFORE, before);
        int until = lastMatch(UNTIL, before);
        int since = lastMatch(FROM, before);
        // "ab dem 3. bin ich wieder da" against "vom 3. bis": the nearest cue decides.
        if (isReturn >= 0 && isReturn >= until && isReturn >= since) {
            return Role.RETURN;
        }
        if (until >= 0 && until > since) {
            return Role.UNTIL;
        }
        if (RETURN_AFTER.matcher(after).find()) {
            return Role.RETURN;
        }
        return since >= 0 ? Role.FROM : Role.OTHER;
    }

    private static int lastMatch(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private static String lastSentence(String text) {
        int start = Math.max(text.lastIndexOf(". "), Math.max(text.lastIndexOf('!'), text.lastIndexOf('?')));
        return text.substring(start + 1);
    }
}
