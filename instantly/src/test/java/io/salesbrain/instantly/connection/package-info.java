@NullMarked
package io.salesbrain.instantly.connection;

import org.jspecify.annotations.NullMarked;
