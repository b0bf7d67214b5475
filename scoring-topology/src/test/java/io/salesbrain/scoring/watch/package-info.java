@NullMarked
package io.salesbrain.scoring.watch;

import org.jspecify.annotations.NullMarked;
