/** Posting a file of webhook payloads: batch by batch, resumable, in constant memory. */
@NullMarked
package io.salesbrain.standalone.replay;

import org.jspecify.annotations.NullMarked;
