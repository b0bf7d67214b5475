@NullMarked
package io.salesbrain.events;

import org.jspecify.annotations.NullMarked;
