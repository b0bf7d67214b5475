/** ClickHouse inside the product: a child process that holds the native engine, started, watched and restarted from here. */
@NullMarked
package io.salesbrain.clickhouse.engine;

import org.jspecify.annotations.NullMarked;
