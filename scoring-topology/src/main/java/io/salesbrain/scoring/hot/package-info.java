/** Who is hot, as rules: an order of scores, its threshold, and when a crossing is news. No Kafka, no clock. */
@NullMarked
package io.salesbrain.scoring.hot;

import org.jspecify.annotations.NullMarked;
