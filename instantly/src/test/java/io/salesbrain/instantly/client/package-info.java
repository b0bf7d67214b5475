@NullMarked
package io.salesbrain.instantly.client;

import org.jspecify.annotations.NullMarked;
