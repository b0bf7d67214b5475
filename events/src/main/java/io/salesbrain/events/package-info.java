/** The vocabulary every module speaks: event types, identities, topics and their serdes. */
@NullMarked
package io.salesbrain.events;

import org.jspecify.annotations.NullMarked;
