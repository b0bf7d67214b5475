@NullMarked
package io.salesbrain.instantly.rule;

import org.jspecify.annotations.NullMarked;
