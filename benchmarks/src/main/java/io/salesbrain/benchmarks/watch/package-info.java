/** How often alerts and verdicts are false, and how soon they are right. */
@NullMarked
package io.salesbrain.benchmarks.watch;

import org.jspecify.annotations.NullMarked;
