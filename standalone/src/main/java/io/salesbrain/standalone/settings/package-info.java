/** Where settings come from: command line, environment, salesbrain.yaml, defaults, in this order. */
@NullMarked
package io.salesbrain.standalone.settings;

import org.jspecify.annotations.NullMarked;
