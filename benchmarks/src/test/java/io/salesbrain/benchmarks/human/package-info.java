@NullMarked
package io.salesbrain.benchmarks.human;

import org.jspecify.annotations.NullMarked;
