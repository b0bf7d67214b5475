/** The scoring role: Kafka Streams from the log of events to lead states, rates and scored events. */
@NullMarked
package io.salesbrain.scoring;

import org.jspecify.annotations.NullMarked;
