/** When a rate is too high, or lower than it was: statistics over counts, knowing nothing of logs and clocks. */
@NullMarked
package io.salesbrain.scoring.watch;

import org.jspecify.annotations.NullMarked;
