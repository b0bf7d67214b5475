@NullMarked
package io.salesbrain.query.delivery;

import org.jspecify.annotations.NullMarked;
