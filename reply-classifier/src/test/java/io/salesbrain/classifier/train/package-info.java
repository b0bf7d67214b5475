@NullMarked
package io.salesbrain.classifier.train;

import org.jspecify.annotations.NullMarked;
