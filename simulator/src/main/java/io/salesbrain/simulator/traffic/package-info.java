/** Opens and clicks of which it is known who caused them, to fit and to check what tells people from machines. */
@NullMarked
package io.salesbrain.simulator.traffic;

import org.jspecify.annotations.NullMarked;
