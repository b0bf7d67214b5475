@NullMarked
package io.salesbrain.instantly.action;

import org.jspecify.annotations.NullMarked;
