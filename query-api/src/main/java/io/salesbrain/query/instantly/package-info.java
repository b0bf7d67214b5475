/** Routes about an organization's workspace at Instantly: its connection, sync, repair and actions. */
@NullMarked
package io.salesbrain.query.instantly;

import org.jspecify.annotations.NullMarked;
