/** The stages of the stream and their wiring; the rules are in {@code io.salesbrain.scoring.lead}. */
@NullMarked
package io.salesbrain.scoring.topology;

import org.jspecify.annotations.NullMarked;
