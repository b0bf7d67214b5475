/** From words to hashed, weighted features; the same code serves training and serving. */
@NullMarked
package io.salesbrain.classifier.features;

import org.jspecify.annotations.NullMarked;
