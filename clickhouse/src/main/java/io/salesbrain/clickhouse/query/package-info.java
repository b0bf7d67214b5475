/** Questions to ClickHouse. Each names the organization first, so that none can be asked without saying whose rows are meant. */
@NullMarked
package io.salesbrain.clickhouse.query;

import org.jspecify.annotations.NullMarked;
