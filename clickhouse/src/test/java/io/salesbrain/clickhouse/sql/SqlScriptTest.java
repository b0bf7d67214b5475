package io.salesbrain.clickhouse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {
    @Test
    void endsStatementsOutsideQuotesAndCommentsOnly() {
        assertThat(SqlScript.statements("""
                        -- a comment; with a semicolon
                        CREATE TABLE a (x String DEFAULT ';') ENGINE = Memory COMMENT 'it''s; \\' one';
                        /* another; one */ SELECT `odd;name`, "b;c" FROM a; ;
                        SELECT 'Grüße;' -- the last needs no semicolon
                        """))
                .containsExactly(
                        "CREATE TABLE a (x String DEFAULT ';') ENGINE = Memory COMMENT 'it''s; \\' one'",
                        "SELECT `odd;name`, \"b;c\" FROM a",
                        "SELECT 'Grüße;'");
    }

    @Test
    void findsNothingInCommentsAlone() {
        assertThat(SqlScript.statements("-- only words;\n/* and more */\n;")).isEmpty();
        assertThat(SqlScript.statements("")).isEmpty();
    }

    @Test
    void survivesTextThatNeverEnds() {
        assertThat(SqlScript.statements("SELECT 'open")).containsExactly("SELECT 'open");
        assertThat(SqlScript.statements("SELECT 'open\\")).containsExactly("SELECT 'open\\");
        assertThat(SqlScript.statements("SELECT 1 /* open")).containsExactly("SELECT 1");
    }
}
