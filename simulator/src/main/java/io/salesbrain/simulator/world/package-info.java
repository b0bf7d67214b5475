/** Who exists: organizations with their mailboxes, campaigns and leads, all drawn from one seed. */
@NullMarked
package io.salesbrain.simulator.world;

import org.jspecify.annotations.NullMarked;
