@NullMarked
package io.salesbrain.clickhouse.engine.child;

import org.jspecify.annotations.NullMarked;
