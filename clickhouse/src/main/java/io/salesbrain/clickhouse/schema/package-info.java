/** The schema as numbered SQL files, and how it gets into a database. */
@NullMarked
package io.salesbrain.clickhouse.schema;

import org.jspecify.annotations.NullMarked;
