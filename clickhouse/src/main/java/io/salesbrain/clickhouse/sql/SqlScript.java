package io.salesbrain.clickhouse.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text of several statements, each ended by a semicolon that stands outside quotes and comments. */
public final class SqlScript {
    private SqlScript() {}

    /** The statements without their semicolons; a text of comments alone has none. */
    public static List<String> statements(String script) {
        byte[] text = script.getBytes(StandardCharsets.UTF_8);
        SqlTokens tokens = new SqlTokens(text);
        List<String> statements = new ArrayList<>();
        int begin = -1;
        int end = -1;
        while (tokens.next()) {
            if (tokens.isSymbol(';')) {
                add(statements, text, begin, end);
                begin = -1;
            } else {
                begin = begin < 0 ? tokens.start() : begin;
                end = tokens.end();
            }
        }
        add(statements, text, begin, end);
        return statements;
    }

    private static void add(List<String> statements, byte[] text, int begin, int end) {
        if (begin >= 0) {
            statements.add(new String(text, begin, end - begin, StandardCharsets.UTF_8));
        }
    }
}
