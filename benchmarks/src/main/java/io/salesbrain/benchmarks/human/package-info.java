/** How well people and machines are told apart, and the fit of the weights that do it. */
@NullMarked
package io.salesbrain.benchmarks.human;

import org.jspecify.annotations.NullMarked;
