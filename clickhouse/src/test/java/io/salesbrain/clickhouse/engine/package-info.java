@NullMarked
package io.salesbrain.clickhouse.engine;

import org.jspecify.annotations.NullMarked;
