/** Reading hot leads out of a large read model. */
@NullMarked
package io.salesbrain.benchmarks.hot;

import org.jspecify.annotations.NullMarked;
