@NullMarked
package io.salesbrain.query.inbox;

import org.jspecify.annotations.NullMarked;
