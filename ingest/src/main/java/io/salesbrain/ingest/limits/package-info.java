/** What one request and one organization may take of the receiver. */
@NullMarked
package io.salesbrain.ingest.limits;

import org.jspecify.annotations.NullMarked;
