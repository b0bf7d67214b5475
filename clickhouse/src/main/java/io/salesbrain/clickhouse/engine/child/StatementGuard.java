package io.salesbrain.clickhouse.engine.child;

import io.salesbrain.clickhouse.sql.SqlTokens;
import java.util.Locale;
import java.util.Set;

/**
 * What the embedded engine does not run. Most of it the engine's own grants refuse as well; here it gets a sentence that
 * says why, and the few things that happen outside the grants (files named in a statement, several statements in one text)
 * are stopped.
 */
final class StatementGuard {
    private static final Set<String> CONTROL_WORDS = Set.of("SYSTEM", "KILL", "SET", "USE");

    private StatementGuard() {}

    static void check(byte[] sql, StatementAnalysis analysis) throws EngineError {
        if (analysis.statementCount() > 1) {
            throw EngineError.syntax("Multi-statements are not allowed.");
        }
        switch (analysis.queryClass()) {
            case READ_ONLY -> {}
            case MUTATING -> refuseInfile(sql);
            case MUTATING_GLOBAL ->
                throw EngineError.refused(
                        "The embedded engine refuses statements about users, roles, row policies, grants, functions,"
                                + " named collections and the system database: use a ClickHouse server where these are needed.");
            case CONTROL -> {
                String first = firstWord(sql);
                if (!CONTROL_WORDS.contains(first)) {
                    throw EngineError.refused("The embedded engine refuses " + first
                            + " statements that reach outside its tables, such as files, backups and attached tables.");
                }
            }
            case UNKNOWN -> {
                if (analysis.statementCount() > 0) {
                    throw EngineError.refused(
                            "The embedded engine does not know this kind of statement: " + firstWord(sql) + ".");
                }
                refuseSecondStatement(sql);
            }
        }
    }

    /** A text that does not parse as a whole goes to the engine for its error, but only where no first part of it could run. */
    private static void refuseSecondStatement(byte[] sql) throws EngineError {
        SqlTokens tokens = new SqlTokens(sql);
        boolean ended = false;
        while (tokens.next()) {
            if (tokens.isSymbol(';')) {
                ended = true;
            } else if (ended) {
                throw EngineError.syntax("Syntax error, or several statements in one text, which are not allowed.");
            }
        }
    }

    /** INSERT … FROM INFILE reads a file of this machine before any grant is asked for. */
    private static void refuseInfile(byte[] sql) throws EngineError {
        SqlTokens tokens = new SqlTokens(sql);
        if (!tokens.next() || !tokens.isWord("INSERT")) {
            return;
        }
        boolean afterFrom = false;
        while (tokens.next() && !tokens.isWord("VALUES")) {
            if (afterFrom && tokens.isWord("INFILE")) {
                throw EngineError.refused(
                        "The embedded engine refuses INSERT … FROM INFILE: send the data in the request.");
            }
            afterFrom = tokens.isWord("FROM");
        }
    }

    private static String firstWord(byte[] sql) {
        SqlTokens tokens = new SqlTokens(sql);
        return tokens.next() ? tokens.text().toUpperCase(Locale.ROOT) : "";
    }
}
