package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.sql.SqlScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered SQL file.
 *
 * <p>ClickHouse has no transactions over DDL: when a file fails half way, all of it runs again at the next start. So every
 * statement in it has to bear that (IF NOT EXISTS, OR REPLACE).
 */
public record Migration(int number, String name, String sql) {
    private static final Pattern FILE_NAME = Pattern.compile("(\\d{3})_([a-z0-9_]+)\\.sql");

    public Migration {
        sql = sql.replace("\r\n", "\n");
    }

    /** A file by its name, {@code NNN_name.sql}. */
    public static Migration ofFile(String fileName, String sql) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new MigrationException("The schema file " + fileName + " is not named like 001_some_words.sql.");
        }
        return new Migration(Integer.parseInt(matcher.group(1)), matcher.group(2), sql);
    }

    /** The name of its file. */
    public String fileName() {
        return "%03d_%s.sql".formatted(number, name);
    }

    public List<String> statements() {
        return SqlScript.statements(sql);
    }

    /** Over the whole text, comments included: an applied file does not change at all. */
    public String checksum() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
