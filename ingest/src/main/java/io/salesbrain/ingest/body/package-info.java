/** From the bytes of a request to single events' bytes: unpacking, splitting, limits, strict JSON. Knows no meaning. */
@NullMarked
package io.salesbrain.ingest.body;

import org.jspecify.annotations.NullMarked;
