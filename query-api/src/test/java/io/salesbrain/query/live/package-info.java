@NullMarked
package io.salesbrain.query.live;

import org.jspecify.annotations.NullMarked;
