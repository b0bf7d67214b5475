package io.salesbrain.clickhouse;

/** Makes a value of one row. The row is only valid during the call. */
@FunctionalInterface
public interface RowMapper<T> {
    T map(Row row);
}
