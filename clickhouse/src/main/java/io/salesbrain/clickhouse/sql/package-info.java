/** Where SQL text has words, quotes and ends: enough to split and to guard statements, no parser. */
@NullMarked
package io.salesbrain.clickhouse.sql;

import org.jspecify.annotations.NullMarked;
