/** The webhook receiver: from a request to durable events, or to a reason why not. */
@NullMarked
package io.salesbrain.ingest;

import org.jspecify.annotations.NullMarked;
