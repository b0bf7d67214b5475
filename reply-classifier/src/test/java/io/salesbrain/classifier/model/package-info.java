@NullMarked
package io.salesbrain.classifier.model;

import org.jspecify.annotations.NullMarked;
