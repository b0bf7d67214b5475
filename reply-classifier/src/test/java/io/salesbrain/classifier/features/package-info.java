@NullMarked
package io.salesbrain.classifier.features;

import org.jspecify.annotations.NullMarked;
