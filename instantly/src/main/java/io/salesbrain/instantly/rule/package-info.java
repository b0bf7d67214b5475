/** What is paused at Instantly by itself when an alert opens. */
@NullMarked
package io.salesbrain.instantly.rule;

import org.jspecify.annotations.NullMarked;
