@NullMarked
package io.salesbrain.classifier.dates;

import org.jspecify.annotations.NullMarked;
