@NullMarked
package io.salesbrain.clickhouse.query;

import org.jspecify.annotations.NullMarked;
