package io.salesbrain.classifier.dates;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every date that a text names, in English or German, seen from the day on which it arrived. Expects lower case. */
final class Dates {
    /** A notice may still be sent some weeks after the date it names. */
    private static final int STALE_DAYS = 45;

    private static final int DATES_LIMIT = 40;

    /** A date and where in the text it stands. */
    record Found(LocalDate date, int start, int end) {}

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> DAYS = days();

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            entry("a", 1),
            entry("an", 1),
            entry("one", 1),
            entry("two", 2),
            entry("three", 3),
            entry("four", 4),
            entry("five", 5),
            entry("six", 6),
            entry("einem", 1),
            entry("einer", 1),
            entry("eine", 1),
            entry("zwei", 2),
            entry("drei", 3),
            entry("vier", 4),
            entry("fünf", 5),
            entry("sechs", 6),
            entry("einigen", 2),
            entry("few", 3));

    private static final String MONTH = "(" + String.join("|", longestFirst(MONTHS)) + ")";
    private static final String DAY_NAME = "(" + String.join("|", longestFirst(DAYS)) + ")";
    private static final String YEAR = "(?:,?\\s{1,3}(\\d{4})(?!\\d))?";

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2})(?![\\d:]))?");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/])(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?(?![\\d/-])");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s{0,3}(?:of\\s)?" + MONTH + "\\b\\.?" + YEAR);
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b" + MONTH + "\\.?\\s{1,3}(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])" + YEAR);
    private static final Pattern DAY_OF_MONTH = Pattern.compile(
            "\\b(?:the\\s(\\d{1,2})(?:st|nd|rd|th)\\b|(?:am|bis|zum|ab|dem|den)\\s(\\d{1,2})\\.(?=\\s|$|[,!)])(?!\\s?(?:\\d|"
                    + MONTH + ")))");
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(next |nächsten |kommenden |this |diesen |übernächsten )?" + DAY_NAME + "\\b");
    private static final Pattern AMOUNT = Pattern.compile(
            "\\b(?:in|for|für|nach|after|within)\\s(?:about\\s|ca\\.\\s|etwa\\s|rund\\s|the next\\s|die nächsten\\s)?"
                    + "(\\d{1,2}|a few|an?|one|two|three|four|five|six|eine[mr]?|zwei|drei|vier|fünf|sechs|einigen)\\s"
                    + "(days?|weeks?|months?|tage?n?|wochen?|monate?n?)\\b");
    private static final Pattern WEEK_NUMBER =
            Pattern.compile("\\b(?:kw|calendar week|kalenderwoche|week)\\s?(\\d{1,2})\\b");
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(day after tomorrow|tomorrow|übermorgen|morgen(?! früh vor)|next week|nächste[rn]? woche|kommende[rn]? woche"
                    + "|next month|nächsten monat|end of the week|ende der woche|end of the month|ende des monats"
                    + "|new year|neuen jahr|jahreswechsel)\\b");

    private static final Pattern BETWEEN_DAY_AND_DATE = Pattern.compile("[,.]?\\s?\\(?(?:the|den|dem|der)?\\s?");

    private final String text;
    private final LocalDate today;
    private final List<Found> found = new ArrayList<>();

    private Dates(String text, LocalDate today) {
        this.text = text;
        this.today = today;
    }

    /** All dates in reading order; where two readings overlap the longer one stands. */
    static List<Found> in(String lowerText, LocalDate today) {
        Dates dates = new Dates(lowerText, today);
        dates.collect(ISO, m -> date(number(m, 1), number(m, 2), number(m, 3)));
        dates.collect(DOTTED, m -> dates.dayMonth(number(m, 1), number(m, 2), year(m, 3)));
        dates.collect(DAY_MONTH, m -> dates.dayMonth(number(m, 1), month(m, 2), year(m, 3)));
        dates.collect(MONTH_DAY, m -> dates.dayMonth(number(m, 2), month(m, 1), year(m, 3)));
        dates.collect(SLASHED, dates::slashed);
        dates.collect(
                DAY_OF_MONTH, m -> dates.dayOfMonth(Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1))));
        dates.collect(WEEK_NUMBER, m -> dates.week(number(m, 1)));
        dates.collect(AMOUNT, m -> dates.amount(m.group(1), m.group(2)));
        dates.collect(RELATIVE, m -> dates.relative(m.group(1)));
        dates.collect(WEEKDAY, m -> dates.weekday(m.group(1), m.group(2)));
        return dates.withoutOverlaps();
    }

    private void collect(Pattern pattern, Function<Matcher, Optional<LocalDate>> reading) {
        Matcher matcher = pattern.matcher(text);
        for (int n = 0; n < DATES_LIMIT && matcher.find(); n++) {
            int start = matcher.start();
            int end = matcher.end();
            reading.apply(matcher).ifPresent(date -> found.add(new Found(date, start, end)));
        }
    }

    private List<Found> withoutOverlaps() {
        List<Found> kept = new ArrayList<>();
        for (Found candidate : found) {
            if (kept.stream().noneMatch(k -> k.start() < candidate.end() && candidate.start() < k.end())) {
                kept.add(candidate);
            }
        }
        kept.sort(Comparator.comparingInt(Found::start));
        return IntStream.range(0, kept.size())
                .filter(i -> i + 1 == kept.size() || !belongTogether(kept.get(i), kept.get(i + 1)))
                .mapToObj(kept::get)
                .toList();
    }

    /** "Monday, the 30th": the weekday only repeats what the date says. */
    private boolean belongTogether(Found first, Found second) {
        return second.start() - first.end() <= 6
                && BETWEEN_DAY_AND_DATE
                        .matcher(text.substring(first.end(), second.start()))
                        .matches()
                && DAYS.containsKey(lastWord(text.substring(first.start(), first.end())));
    }

    private static String lastWord(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    private Optional<LocalDate> dayMonth(int day, int month, int year) {
        return year > 0 ? date(year, month, day) : nearestYear(day, month);
    }

    /** The year that puts the date soonest after today, unless it has only just passed. */
    private Optional<LocalDate> nearestYear(int day, int month) {
        LocalDate earliest = today.minusDays(STALE_DAYS);
        return Stream.of(earliest.getYear(), earliest.getYear() + 1, earliest.getYear() + 2)
                .flatMap(year -> date(year, month, day).stream())
                .filter(date -> !date.isBefore(earliest))
                .findFirst();
    }

    /** 05/01 is the fifth of January or the first of May: the reading that comes sooner, since absences are short. */
    private Optional<LocalDate> slashed(Matcher m) {
        int first = number(m, 1);
        int second = number(m, 2);
        if (m.group().indexOf('-') >= 0 && m.group(3) == null) {
            return Optional.empty();
        }
        int year = year(m, 3);
        return Stream.of(dayMonth(first, second, year), dayMonth(second, first, year))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(date -> distance(date)));
    }

    private long distance(LocalDate date) {
        long days = ChronoUnit.DAYS.between(today, date);
        return days >= 0 ? days : 1_000 - days;
    }

    private Optional<LocalDate> dayOfMonth(int day) {
        if (day < 1 || day > 31) {
            return Optional.empty();
        }
        LocalDate month = today.withDayOfMonth(1);
        for (int i = 0; i < 3; i++, month = month.plusMonths(1)) {
            if (day <= month.lengthOfMonth() && month.withDayOfMonth(day).isAfter(today)) {
                return Optional.of(month.withDayOfMonth(day));
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> week(int week) {
        if (week < 1 || week > 53) {
            return Optional.empty();
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int i = 0; i < 54; i++, monday = monday.plusWeeks(1)) {
            if (monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week) {
                return Optional.of(monday);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> amount(String words, String unit) {
        String word = words.startsWith("a ") ? words.substring(2) : words;
        Integer named = NUMBERS.get(word);
        int amount = named == null ? Integer.parseInt(word) : named;
        return Optional.of(
                switch (unit.charAt(0)) {
                    case 'd', 't' -> today.plusDays(amount);
                    case 'w' -> today.plusWeeks(amount);
                    default -> today.plusMonths(amount);
                });
    }

    private Optional<LocalDate> relative(String words) {
        if (words.contains("woche") || words.contains("week")) {
            LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            return Optional.of(
                    words.startsWith("end") ? today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)) : monday);
        }
        if (words.contains("monat") || words.contains("month")) {
            return Optional.of(
                    words.startsWith("end")
                            ? today.with(TemporalAdjusters.lastDayOfMonth())
                            : today.with(TemporalAdjusters.firstDayOfNextMonth()));
        }
        if (words.contains("year") || words.contains("jahr")) {
            return date(today.getYear() + 1, 1, 1);
        }
        boolean afterTomorrow = words.equals("day after tomorrow") || words.equals("übermorgen");
        return Optional.of(today.plusDays(afterTomorrow ? 2 : 1));
    }

    private Optional<LocalDate> weekday(@Nullable String which, String name) {
        DayOfWeek day = DAYS.getOrDefault(name, DayOfWeek.MONDAY);
        LocalDate next = today.with(TemporalAdjusters.next(day));
        return Optional.of("übernächsten ".equals(which) ? next.plusWeeks(1) : next);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < 2000 || year > 2100 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static int month(Matcher m, int group) {
        return MONTHS.getOrDefault(m.group(group), Month.JANUARY).getValue();
    }

    /** 0 where no year stands. */
    private static int year(Matcher m, int group) {
        String digits = m.group(group);
        if (digits == null) {
            return 0;
        }
        return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static List<String> longestFirst(Map<String, ?> names) {
        return names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Map<String, Month> months() {
        String[] names = {
            "january januar jan jänner jaenner",
            "february februar feb feber",
            "march märz maerz mar mär mrz",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez"
        };
        return named(names, Month.values());
    }

    private static Map<String, DayOfWeek> days() {
        String[] names = {
            "monday montag mon mo",
            "tuesday dienstag tue tues di",
            "wednesday mittwoch wed mi",
            "thursday donnerstag thu thurs do",
            "friday freitag fri fr",
            "saturday samstag sonnabend sat",
            "sunday sonntag sun"
        };
        Map<String, DayOfWeek> all = named(names, DayOfWeek.values());
        // Two-letter names are ordinary words of one language or the other ("do", "mi"): only written dates use them.
        return all.entrySet().stream()
                .filter(e -> e.getKey().length() > 2
                        && !e.getKey().equals("sun")
                        && !e.getKey().equals("sat"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static <T> Map<String, T> named(String[] names, T[] values) {
        Map<String, T> map = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                map.put(name, values[i]);
            }
        }
        return map;
    }
}
