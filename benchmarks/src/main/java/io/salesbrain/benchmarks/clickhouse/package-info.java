/** How fast rows get into ClickHouse, how fast answers come out, and how much room they take. */
@NullMarked
package io.salesbrain.benchmarks.clickhouse;

import org.jspecify.annotations.NullMarked;
