/** How long the search through messages takes. */
@NullMarked
package io.salesbrain.benchmarks.search;

import org.jspecify.annotations.NullMarked;
