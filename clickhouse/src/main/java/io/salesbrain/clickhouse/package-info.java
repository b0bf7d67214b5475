/** The one door to ClickHouse, the embedded engine and a server alike. */
@NullMarked
package io.salesbrain.clickhouse;

import org.jspecify.annotations.NullMarked;
