@NullMarked
package io.salesbrain.log;

import org.jspecify.annotations.NullMarked;
