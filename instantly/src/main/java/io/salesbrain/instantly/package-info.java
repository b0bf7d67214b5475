/** What is done with Instantly's API: connections of organizations, sync, repair and audit. */
@NullMarked
package io.salesbrain.instantly;

import org.jspecify.annotations.NullMarked;
