/** A Kafka of one node inside this process; nothing outside this package touches the broker's own classes. */
@NullMarked
package io.salesbrain.broker;

import org.jspecify.annotations.NullMarked;
