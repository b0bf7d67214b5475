/** The receiver: against an empty one, against a bare producer, and against the clock. */
@NullMarked
package io.salesbrain.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
