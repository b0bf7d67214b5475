/** The stream: beside a topology that only counts, and with many leads. */
@NullMarked
package io.salesbrain.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
