/** From the topics of results into ClickHouse, so that any crash leaves the same rows. */
@NullMarked
package io.salesbrain.clickhouse.sink;

import org.jspecify.annotations.NullMarked;
