/** From a raw mail body to the words its writer wrote: cleaning, language, dates. */
@NullMarked
package io.salesbrain.classifier.text;

import org.jspecify.annotations.NullMarked;
