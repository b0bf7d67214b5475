/** How people outside are told: signed webhooks and chat messages, to addresses that strangers have given us. */
@NullMarked
package io.salesbrain.query.delivery;

import org.jspecify.annotations.NullMarked;
