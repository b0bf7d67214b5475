package io.salesbrain.clickhouse.sql;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the tokens of a SQL text, past comments and blanks. It works on bytes because an INSERT may carry binary data
 * behind its text; nothing is copied, and a caller that stops early has not looked at the rest.
 */
public final class SqlTokens {
    /** What stands at the current place. */
    public enum Kind {
        WORD,
        STRING,
        QUOTED_NAME,
        SYMBOL
    }

    private final byte[] text;
    private int start;
    private int end;
    private int depth;
    private Kind kind = Kind.SYMBOL;

    /** Tokens of the given UTF-8 text. */
    public SqlTokens(byte[] text) {
        this.text = text;
    }

    /** Tokens of the given text. */
    public static SqlTokens of(String sql) {
        return new SqlTokens(sql.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves to the next token; false at the end. */
    public boolean next() {
        int at = skipBlanksAndComments(end);
        if (at >= text.length) {
            start = text.length;
            end = text.length;
            return false;
        }
        start = at;
        byte first = text[at];
        switch (first) {
            case '\'' -> quoted(Kind.STRING);
            case '`', '"' -> quoted(Kind.QUOTED_NAME);
            default -> {
                if (isWordByte(first)) {
                    word();
                } else {
                    symbol(first);
                }
            }
        }
        return true;
    }

    public Kind kind() {
        return kind;
    }

    /** Where the token begins, in bytes. */
    public int start() {
        return start;
    }

    /** Where the token has ended, in bytes. */
    public int end() {
        return end;
    }

    /** How many brackets are open before the token. */
    public int depth() {
        return depth;
    }

    public boolean isWord(String word) {
        if (kind != Kind.WORD || end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toUpperCase((char) text[start + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && end > start && text[start] == symbol;
    }

    /** The token as it stands in the text. */
    public String text() {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private void quoted(Kind quotedKind) {
        byte quote = text[start];
        int at = start + 1;
        while (at < text.length) {
            if (text[at] == '\\') {
                at += 2;
            } else if (text[at] != quote) {
                at++;
            } else if (at + 1 < text.length && text[at + 1] == quote) {
                at += 2;
            } else {
                break;
            }
        }
        kind = quotedKind;
        end = Math.min(at + 1, text.length);
    }

    private void word() {
        int at = start;
        while (at < text.length && isWordByte(text[at])) {
            at++;
        }
        kind = Kind.WORD;
        end = at;
    }

    private void symbol(byte symbol) {
        if (symbol == '(' || symbol == '[' || symbol == '{') {
            depth++;
        } else if (symbol == ')' || symbol == ']' || symbol == '}') {
            depth--;
        }
        kind = Kind.SYMBOL;
        end = start + 1;
    }

    private int skipBlanksAndComments(int from) {
        int at = from;
        while (at < text.length) {
            if (text[at] >= 0 && text[at] <= ' ') {
                at++;
            } else if (starts(at, "--") || starts(at, "#!") || starts(at, "# ")) {
                at = after(at, '\n');
            } else if (starts(at, "/*")) {
                at = afterBlockComment(at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private int after(int from, char mark) {
        int at = from;
        while (at < text.length && text[at] != mark) {
            at++;
        }
        return Math.min(at + 1, text.length);
    }

    private int afterBlockComment(int from) {
        int at = from;
        while (at < text.length && !starts(at, "*/")) {
            at++;
        }
        return Math.min(at + 2, text.length);
    }

    private boolean starts(int at, String mark) {
        return at + 1 < text.length && text[at] == mark.charAt(0) && text[at + 1] == mark.charAt(1);
    }

    private static boolean isWordByte(byte value) {
        return value < 0
                || value == '_'
                || (value >= '0' && value <= '9')
                || (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z');
    }
}
