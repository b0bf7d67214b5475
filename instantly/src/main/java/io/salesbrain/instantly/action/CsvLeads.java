package io.salesbrain.instantly.action;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.salesbrain.events.EmailAddress;
import io.salesbrain.instantly.client.NewLead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of leads: a header, then one lead a line, by RFC 4180 with commas or semicolons. The columns Instantly knows go
 * into its fields, any other is a variable of the customer's own.
 *
 * @param rejected lines that are no usable lead, each with its number and why
 */
public record CsvLeads(List<NewLead> leads, List<Rejected> rejected) {
    public static final int MOST_LEADS = 50_000;
    private static final int MOST_REJECTED = 1_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_VALUE = 5_000;

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("firstname", "first_name"),
            Map.entry("vorname", "first_name"),
            Map.entry("lastname", "last_name"),
            Map.entry("nachname", "last_name"),
            Map.entry("companyname", "company_name"),
            Map.entry("company", "company_name"),
            Map.entry("firma", "company_name"),
            Map.entry("jobtitle", "job_title"),
            Map.entry("phone", "phone"),
            Map.entry("telefon", "phone"),
            Map.entry("website", "website"),
            Map.entry("personalization", "personalization"));

    /** A line that is no lead. */
    public record Rejected(int line, String why) {}

    /** The file as a whole is none of leads. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    public CsvLeads {
        leads = List.copyOf(leads);
        rejected = List.copyOf(rejected);
    }

    /** @throws Unreadable when there is no column of addresses, or too much of something */
    public static CsvLeads read(String text) throws Unreadable {
        var rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.isEmpty()) {
            throw new Unreadable("The file is empty; it begins with a line of column names.");
        }
        var header = rows.getFirst().getFields().stream().map(String::strip).toList();
        int email = emailColumn(header);
        if (email < 0) {
            throw new Unreadable("No column of the first line is called email.");
        }
        if (header.size() > MOST_COLUMNS || rows.size() - 1 > MOST_LEADS) {
            throw new Unreadable(
                    "A file has at most " + MOST_COLUMNS + " columns and " + MOST_LEADS + " leads; split it.");
        }
        var leads = new ArrayList<NewLead>();
        var rejected = new ArrayList<Rejected>();
        var seen = new HashSet<String>();
        for (var row : rows.subList(1, rows.size())) {
            var why = add(header, email, row.getFields(), seen, leads);
            if (!why.isEmpty() && rejected.size() < MOST_REJECTED) {
                rejected.add(new Rejected((int) row.getStartingLineNumber(), why));
            }
        }
        return new CsvLeads(leads, rejected);
    }

    private static List<CsvRecord> rows(String text) throws Unreadable {
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().limit(MOST_LEADS + 2L).toList();
        } catch (CsvParseException | IOException e) {
            var failure = new Unreadable("The file cannot be read: a line is too long or a quote has no end.");
            failure.initCause(e);
            throw failure;
        }
    }

    /** What stands more often in the header: German spreadsheets write semicolons. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        long semicolons = header.chars().filter(c -> c == ';').count();
        return semicolons > header.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private static int emailColumn(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            if (List.of("email", "emailaddress", "mail").contains(plain(header.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Why it is none; empty when it was added. */
    private static String add(
            List<String> header, int emailColumn, List<String> cells, HashSet<String> seen, List<NewLead> leads) {
        if (cells.size() > header.size()) {
            return "It has more cells than there are columns.";
        }
        var email = emailColumn < cells.size() ? EmailAddress.parse(cells.get(emailColumn)) : Optional.<String>empty();
        if (email.isEmpty()) {
            return "It has no usable e-mail address.";
        }
        if (!seen.add(email.get())) {
            return "The same address stands further up.";
        }
        var fields = new HashMap<String, String>();
        var variables = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            var value = cells.get(i).strip();
            if (value.length() > LONGEST_VALUE) {
                return "A cell has more than " + LONGEST_VALUE + " characters.";
            }
            if (i != emailColumn && !value.isEmpty() && !header.get(i).isEmpty()) {
                var known = KNOWN.get(plain(header.get(i)));
                if (known == null) {
                    variables.put(header.get(i), value);
                } else {
                    fields.put(known, value);
                }
            }
        }
        leads.add(new NewLead(email.get(), fields, variables));
        return "";
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
