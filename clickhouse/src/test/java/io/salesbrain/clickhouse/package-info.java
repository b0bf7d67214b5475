@NullMarked
package io.salesbrain.clickhouse;

import org.jspecify.annotations.NullMarked;
