/** What happens now, pushed to whoever watches. */
@NullMarked
package io.salesbrain.query.live;

import org.jspecify.annotations.NullMarked;
