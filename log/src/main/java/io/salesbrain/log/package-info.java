/** Reading, writing and creating the topics of the log; the only place that sets up Kafka's plain clients. */
@NullMarked
package io.salesbrain.log;

import org.jspecify.annotations.NullMarked;
