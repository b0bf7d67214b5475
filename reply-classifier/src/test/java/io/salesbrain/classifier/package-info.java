@NullMarked
package io.salesbrain.classifier;

import org.jspecify.annotations.NullMarked;
