/** What is told: events in the shapes Instantly's webhooks have. */
@NullMarked
package io.salesbrain.simulator.payload;

import org.jspecify.annotations.NullMarked;
