/** The day on which the writer of an absence notice says to be back. */
@NullMarked
package io.salesbrain.classifier.dates;

import org.jspecify.annotations.NullMarked;
