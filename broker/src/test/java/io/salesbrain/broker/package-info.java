@NullMarked
package io.salesbrain.broker;

import org.jspecify.annotations.NullMarked;
