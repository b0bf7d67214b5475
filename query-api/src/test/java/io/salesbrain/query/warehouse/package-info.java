@NullMarked
package io.salesbrain.query.warehouse;

import org.jspecify.annotations.NullMarked;
