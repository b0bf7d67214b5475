/** Talking to a running installation over its HTTP API. */
@NullMarked
package io.salesbrain.standalone.remote;

import org.jspecify.annotations.NullMarked;
