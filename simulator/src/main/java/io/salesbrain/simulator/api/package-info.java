/** Instantly's API v2 over the invented world. */
@NullMarked
package io.salesbrain.simulator.api;

import org.jspecify.annotations.NullMarked;
