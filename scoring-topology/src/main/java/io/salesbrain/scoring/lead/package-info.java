/**
 * What a lead's events mean: pure functions from a history to points, status and counts. Nothing here knows Kafka, a
 * clock or the order in which events arrived.
 */
@NullMarked
package io.salesbrain.scoring.lead;

import org.jspecify.annotations.NullMarked;
