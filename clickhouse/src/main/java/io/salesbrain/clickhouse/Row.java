package io.salesbrain.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by column name. A NULL where none is expected is an error that names the column. */
public final class Row {
    private final ClickHouseBinaryFormatReader reader;

    Row(ClickHouseBinaryFormatReader reader) {
        this.reader = reader;
    }

    public boolean isNull(String column) {
        return !reader.hasValue(column);
    }

    public String string(String column) {
        return present(reader.getString(column), column);
    }

    public @Nullable String stringOrNull(String column) {
        return isNull(column) ? null : reader.getString(column);
    }

    public long longValue(String column) {
        return reader.getLong(column);
    }

    public int intValue(String column) {
        return reader.getInteger(column);
    }

    public double doubleValue(String column) {
        return reader.getDouble(column);
    }

    public @Nullable Double doubleOrNull(String column) {
        return isNull(column) ? null : (Double) reader.getDouble(column);
    }

    public boolean bool(String column) {
        return reader.getBoolean(column);
    }

    public BigDecimal decimal(String column) {
        return present(reader.getBigDecimal(column), column);
    }

    public Instant instant(String column) {
        return present(reader.getInstant(column), column);
    }

    public @Nullable Instant instantOrNull(String column) {
        return isNull(column) ? null : reader.getInstant(column);
    }

    public LocalDate date(String column) {
        return present(reader.getLocalDate(column), column);
    }

    /** An array column, its elements as the client reads them (String, Long, Double …). */
    public <T> List<T> list(String column) {
        List<T> values = present(reader.getList(column), column);
        return List.copyOf(values);
    }

    private static <T> T present(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("The column " + column + " is NULL where a value was expected.");
        }
        return value;
    }
}
