/** Instantly's dialect: what its webhooks say, read into canonical events or rejected with a reason. */
@NullMarked
package io.salesbrain.ingest.instantly;

import org.jspecify.annotations.NullMarked;
