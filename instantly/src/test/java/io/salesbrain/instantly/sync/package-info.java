@NullMarked
package io.salesbrain.instantly.sync;

import org.jspecify.annotations.NullMarked;
