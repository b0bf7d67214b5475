/** Tells an organization's story in time, and keeps the truth about it. */
@NullMarked
package io.salesbrain.simulator.story;

import org.jspecify.annotations.NullMarked;
