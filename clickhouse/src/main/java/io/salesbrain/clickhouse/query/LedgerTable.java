package io.salesbrain.clickhouse.query;

/** The tables of money that people enter. */
public enum LedgerTable {
    COSTS("costs", "cost_id"),
    DEALS("deals", "deal_id");

    private final String table;
    private final String idColumn;

    LedgerTable(String table, String idColumn) {
        this.table = table;
        this.idColumn = idColumn;
    }

    String recordedAtQuery() {
        return "SELECT recorded_at FROM " + table + " FINAL" + " WHERE organization_id = {organization_id:String} AND "
                + idColumn + " = {entry_id:String}";
    }
}
