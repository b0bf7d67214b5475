/** The API under a mixed load, and many live streams at once. */
@NullMarked
package io.salesbrain.benchmarks.api;

import org.jspecify.annotations.NullMarked;
