package io.salesbrain.clickhouse.schema;

import io.salesbrain.clickhouse.sql.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A read-only role with row policies, for ClickHouse servers; the embedded engine knows no users. */
public final class ReaderRole {
    private static final String RESOURCE = "/server/reader.sql";

    private ReaderRole() {}

    /** For an administrator to read and run. */
    public static String printable() {
        try (var in = ReaderRole.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the file " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + RESOURCE + " cannot be read", e);
        }
    }

    static List<String> statements() {
        return SqlScript.statements(printable());
    }
}
