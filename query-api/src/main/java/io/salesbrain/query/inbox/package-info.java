/** Conversations with leads: which there are, what is in them, what people do with them. */
@NullMarked
package io.salesbrain.query.inbox;

import org.jspecify.annotations.NullMarked;
