package io.salesbrain.clickhouse.engine.child;

import io.salesbrain.clickhouse.sql.SqlTokens;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An {@code INSERT … FORMAT X} taken apart: the statement before FORMAT, the format's name, and the data that stands behind
 * it in the same text.
 *
 * <p>The data must not reach the engine as part of the query text: its client ends such data at the first empty line and
 * would run what follows as a statement.
 */
final class InsertText {
    private final byte[] text;
    private final int statementEnd;
    private final String format;
    private final int dataStart;

    private InsertText(byte[] text, int statementEnd, String format, int dataStart) {
        this.text = text;
        this.statementEnd = statementEnd;
        this.format = format;
        this.dataStart = dataStart;
    }

    /** The parts, or null when the text is anything else, an INSERT … SELECT or … VALUES included. */
    static @Nullable InsertText parse(byte[] text) {
        SqlTokens tokens = new SqlTokens(text);
        if (!tokens.next() || !tokens.isWord("INSERT")) {
            return null;
        }
        boolean nameFollows = true;
        while (tokens.next()) {
            boolean couldBeName = nameFollows;
            nameFollows = tokens.isWord("INTO") || tokens.isWord("TABLE") || tokens.isSymbol('.');
            if ((couldBeName && !nameFollows) || tokens.depth() > 0) {
                continue;
            }
            if (tokens.isWord("VALUES") || tokens.isWord("SELECT") || tokens.isWord("WITH")) {
                return null;
            }
            if (tokens.isWord("FORMAT")) {
                return split(text, tokens);
            }
        }
        return null;
    }

    private static @Nullable InsertText split(byte[] text, SqlTokens atFormat) {
        int statementEnd = atFormat.start();
        if (!atFormat.next() || atFormat.kind() != SqlTokens.Kind.WORD) {
            return null;
        }
        return new InsertText(text, statementEnd, atFormat.text(), dataStart(text, atFormat.end()));
    }

    /** Data begins after the first line end if only blanks stand before it, else after the blanks. */
    private static int dataStart(byte[] text, int from) {
        int at = from;
        while (at < text.length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) {
            at++;
        }
        return at < text.length && text[at] == '\n' ? at + 1 : at;
    }

    /** The statement without FORMAT and what follows it. */
    byte[] statement() {
        return Arrays.copyOf(text, statementEnd);
    }

    /** The statement with FORMAT, and without data. */
    byte[] whole() {
        byte[] ending = ("FORMAT " + format).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(text, statementEnd + ending.length);
        System.arraycopy(ending, 0, whole, statementEnd, ending.length);
        return whole;
    }

    String format() {
        return format;
    }

    /** The data that stands behind the statement; the request's body follows it. */
    InputStream inlineData() {
        return new ByteArrayInputStream(text, dataStart, text.length - dataStart);
    }
}
