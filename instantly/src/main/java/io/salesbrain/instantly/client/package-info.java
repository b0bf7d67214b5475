/** Instantly's API v2 as it really is: typed, within its limits, and patient with its failures. */
@NullMarked
package io.salesbrain.instantly.client;

import org.jspecify.annotations.NullMarked;
