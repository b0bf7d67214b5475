/** Reading of the hand-written resources everything invented is made from. */
@NullMarked
package io.salesbrain.simulator.resource;

import org.jspecify.annotations.NullMarked;
