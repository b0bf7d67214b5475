/** The topics' latest state in memory: leads by score, counts by hour, how far the pipeline is. */
@NullMarked
package io.salesbrain.query.readmodel;

import org.jspecify.annotations.NullMarked;
