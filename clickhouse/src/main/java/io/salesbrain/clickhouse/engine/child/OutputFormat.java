package io.salesbrain.clickhouse.engine.child;

import io.salesbrain.clickhouse.sql.SqlTokens;

/** Which format an answer comes in: a statement may name its own, and the client is told by a header. */
final class OutputFormat {
    private OutputFormat() {}

    /** The format that a {@code FORMAT X} at the end of the statement names, else the given one. */
    static String of(byte[] sql, String otherwise) {
        SqlTokens tokens = new SqlTokens(sql);
        String named = otherwise;
        boolean more = tokens.next();
        while (more) {
            if (tokens.depth() == 0 && tokens.isWord("FORMAT")) {
                more = tokens.next();
                if (more && tokens.kind() == SqlTokens.Kind.WORD) {
                    String candidate = tokens.text();
                    more = tokens.next();
                    if (!more || tokens.isSymbol(';') || tokens.isWord("SETTINGS")) {
                        named = candidate;
                    }
                }
            } else {
                more = tokens.next();
            }
        }
        return named;
    }
}
