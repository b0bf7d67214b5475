/** What {@code ./salesbrain bench} measures: whole processes from outside, figures printed, nothing asserted. */
@NullMarked
package io.salesbrain.benchmarks;

import org.jspecify.annotations.NullMarked;
