package io.salesbrain.simulator.letters;

import io.salesbrain.simulator.world.Campaign;
import io.salesbrain.simulator.world.Language;
import io.salesbrain.simulator.world.Lead;
import io.salesbrain.simulator.world.Mailbox;
import io.salesbrain.simulator.world.Seeds;
import io.salesbrain.simulator.world.Variant;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Writes what a lead answers: a text of the category, perhaps a signature, perhaps the quoted original below. */
public final class ReplyWriter {
    /** The mail that is answered. */
    public record Original(Lead lead, Campaign campaign, Mailbox mailbox, Variant variant, Instant sentAt) {
        String subject() {
            return SalesLetters.subject(campaign, mailbox, lead, variant);
        }

        String text() {
            return SalesLetters.text(campaign, mailbox, lead, variant);
        }
    }

    private static final int SNIPPET_LENGTH = 120;
    private static final double SIGNATURE_SHARE = 0.45;
    private static final double QUOTE_SHARE = 0.7;
    private static final double EMPTY_SNIPPET_SHARE = 0.08;

    private final ReplyBook book = new ReplyBook();

    public Reply write(
            RandomGenerator random, Original original, ReplyCategory category, boolean automatic, Instant at) {
        Language language = original.campaign().language();
        LocalDate today = LocalDate.ofInstant(at, original.lead().company().zone());
        LocalDate back = workingDay(today.plusDays(2 + random.nextInt(13)));
        String own = Placeholders.fill(
                Seeds.pick(random, book.texts(language, category, automatic)), values(random, original, back));
        String signed = automatic || !Seeds.chance(random, SIGNATURE_SHARE) ? own : own + "\n\n" + signature(original);
        boolean quoted = !automatic && Seeds.chance(random, QUOTE_SHARE);
        boolean blankSnippet = Seeds.chance(random, EMPTY_SNIPPET_SHARE);
        boolean absence = category == ReplyCategory.OUT_OF_OFFICE;
        return new Reply(
                category,
                automatic,
                at,
                Seeds.timedUuid(at.toEpochMilli(), random.nextLong()),
                subject(language, original, automatic),
                quoted ? signed + "\n\n" + Quotes.text(random.nextBoolean(), original) : signed,
                quoted ? Html.paragraphs(signed) + Quotes.html(original) : Html.paragraphs(signed),
                blankSnippet ? "\n\n\n" : snippet(own),
                absence ? Optional.of(back) : Optional.empty());
    }

    private static String subject(Language language, Original original, boolean automatic) {
        if (!automatic) {
            String subject = original.subject();
            return subject.startsWith("Re: ") ? subject : "Re: " + subject;
        }
        return switch (language) {
            case ENGLISH -> "Automatic reply: " + original.subject();
            case GERMAN -> "Automatische Antwort: " + original.subject();
        };
    }

    private static String snippet(String own) {
        return own.length() <= SNIPPET_LENGTH ? own : own.substring(0, SNIPPET_LENGTH);
    }

    private static String signature(Original original) {
        Lead lead = original.lead();
        return "-- \n" + lead.firstName() + " " + lead.lastName() + "\n" + lead.jobTitle() + "\n"
                + lead.company().name() + "\n" + lead.company().city() + "\n" + lead.phone();
    }

    private static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
            case SATURDAY, SUNDAY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        };
    }

    private static Map<String, String> values(RandomGenerator random, Original original, LocalDate back) {
        Language language = original.campaign().language();
        Lead lead = original.lead();
        Mailbox sender = original.mailbox();
        Map<String, String> values = new HashMap<>();
        values.put("me", lead.firstName());
        values.put("meLast", lead.lastName());
        values.put("company", lead.company().name());
        values.put("domain", lead.company().domain());
        values.put("sender", sender.firstName());
        values.put("senderLast", sender.lastName());
        values.put("herrfrau", Salutation.title(language, sender.woman()) + " " + sender.lastName());
        values.put("dear", Salutation.dear(language, sender.woman(), sender.lastName()));
        values.put("other", Colleagues.name(random, language));
        values.put("back", date(language, back, "d MMMM", "d. MMMM"));
        values.put("backShort", date(language, back, "dd/MM/yyyy", "dd.MM.yyyy"));
        values.put("untilShort", date(language, back.minusDays(1), "dd/MM/yyyy", "dd.MM.yyyy"));
        values.put("backDay", date(language, back, "EEEE, d MMMM", "EEEE, 'den' d. MMMM"));
        return values;
    }

    private static String date(Language language, LocalDate day, String english, String german) {
        String pattern = switch (language) {
            case ENGLISH -> english;
            case GERMAN -> german;
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }
}
