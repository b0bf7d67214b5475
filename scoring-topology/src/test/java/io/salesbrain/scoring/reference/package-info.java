/**
 * The rules of leads and rates once more, written from the specification and in nothing but its words, to compare the
 * product with: everything is recomputed from all events with lists and loops. Section numbers are those of the
 * specification. Nothing here may use the product's rules.
 */
@NullMarked
package io.salesbrain.scoring.reference;

import org.jspecify.annotations.NullMarked;
