@NullMarked
package io.salesbrain.standalone.replay;

import org.jspecify.annotations.NullMarked;
