@NullMarked
package io.salesbrain.clickhouse.sink;

import org.jspecify.annotations.NullMarked;
