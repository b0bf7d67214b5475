/** Reply text to category, language and return date: the module's face to its callers. */
@NullMarked
package io.salesbrain.classifier;

import org.jspecify.annotations.NullMarked;
