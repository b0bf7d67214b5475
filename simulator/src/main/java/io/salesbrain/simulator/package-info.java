/** A stand-in Instantly: invented campaigns whose events go out as real webhooks. */
@NullMarked
package io.salesbrain.simulator;

import org.jspecify.annotations.NullMarked;
