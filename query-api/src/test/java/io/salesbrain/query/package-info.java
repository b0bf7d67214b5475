@NullMarked
package io.salesbrain.query;

import org.jspecify.annotations.NullMarked;
