package io.salesbrain.query.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.salesbrain.events.Json;
import io.salesbrain.events.LedgerEntry;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.http.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a table of entries: the first line names the columns, in any order; comma or semicolon. All lines are looked at, and
 * one that is wrong refuses the whole table with a list of what is wrong in which line, so nothing is taken by halves.
 */
final class LedgerCsv<T extends LedgerEntry> {
    static final int MAX_LINES = 10_000;

    private static final int MAX_ERRORS_SHOWN = 100;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final LedgerKind<T> kind;
    private final Function<Body, T> reader;
    private final Map<String, Long> lineOfId = new HashMap<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();
    private int wrongLines;

    LedgerCsv(LedgerKind<T> kind, Function<Body, T> reader) {
        this.kind = kind;
        this.reader = reader;
    }

    List<T> read(String csv) {
        var entries = new ArrayList<T>();
        try (var lines = CsvReader.builder()
                .fieldSeparator(separator(csv))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            List<String> columns = List.of();
            for (CsvRecord line : lines) {
                if (columns.isEmpty()) {
                    columns = columns(line);
                } else if (entries.size() + wrongLines >= MAX_LINES) {
                    throw ApiException.tooLarge("A table has at most " + MAX_LINES + " lines.");
                } else {
                    readLine(columns, line, entries);
                }
            }
            if (columns.isEmpty()) {
                throw ApiException.badRequest("The table is empty; its first line names the columns.");
            }
        } catch (CsvParseException e) {
            throw (ApiException) ApiException.badRequest("The body is not well-formed CSV: quotes do not match.")
                    .initCause(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        if (wrongLines > 0) {
            throw ApiException.badLines(
                    wrongLines + " of the lines cannot be taken, so none was; mend them and send the table again.",
                    wrongLines,
                    errors);
        }
        return entries;
    }

    private static char separator(String csv) {
        int end = csv.indexOf('\n');
        var head = end < 0 ? csv : csv.substring(0, end);
        return head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    private List<String> columns(CsvRecord line) {
        var columns = line.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var column : columns) {
            if (!kind.fields().contains(column)) {
                throw ApiException.badRequest("There is no column \"" + column + "\"; a " + kind.noun() + " has "
                        + String.join(", ", kind.fields()) + ".");
            }
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw ApiException.badRequest("The first line names a column twice.");
        }
        return columns;
    }

    private void readLine(List<String> columns, CsvRecord line, List<T> entries) {
        try {
            if (line.getFieldCount() != columns.size()) {
                throw ApiException.badRequest(
                        "The line has " + line.getFieldCount() + " fields, the first one " + columns.size() + ".");
            }
            var entry = reader.apply(Body.of(object(columns, line)));
            var earlier = lineOfId.putIfAbsent(entry.entryId(), line.getStartingLineNumber());
            if (earlier != null) {
                throw ApiException.badField(
                        kind.idField(), kind.idField() + " stands in line " + earlier + " already.");
            }
            entries.add(entry);
        } catch (ApiException e) {
            wrongLines++;
            if (errors.size() < MAX_ERRORS_SHOWN) {
                var error = new LinkedHashMap<String, Object>();
                error.put("line", line.getStartingLineNumber());
                error.putAll(e.details());
                error.put("message", e.reason());
                errors.add(error);
            }
        }
    }

    /** Texts as JSON would bring them; a day is its first moment in UTC, for that is what spreadsheets hold. */
    private static ObjectNode object(List<String> columns, CsvRecord line) {
        var object = Json.MAPPER.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            var text = line.getField(i).strip();
            boolean isDay = columns.get(i).endsWith("_at") && DAY.matcher(text).matches();
            object.put(columns.get(i), isDay ? text + "T00:00:00Z" : text);
        }
        return object;
    }
}
