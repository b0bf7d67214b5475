/** How it arrives: requests with retries, duplicates, disorder, delays and gaps. */
@NullMarked
package io.salesbrain.simulator.delivery;

import org.jspecify.annotations.NullMarked;
