@NullMarked
package io.salesbrain.clickhouse.schema;

import org.jspecify.annotations.NullMarked;
