@NullMarked
package io.salesbrain.clickhouse.sql;

import org.jspecify.annotations.NullMarked;
