@NullMarked
package io.salesbrain.classifier.text;

import org.jspecify.annotations.NullMarked;
