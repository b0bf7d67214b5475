/** What happens: sends and what people, machines and the platform make of them, each with its truth. */
@NullMarked
package io.salesbrain.simulator.scenario;

import org.jspecify.annotations.NullMarked;
