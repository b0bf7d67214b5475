/** What is wrong or unusual with a payload in the field: a closed list of oddities, and how each is made. */
@NullMarked
package io.salesbrain.simulator.oddity;

import org.jspecify.annotations.NullMarked;
