/** Answers over HTTP: what the read model and the warehouse know, per organization. */
@NullMarked
package io.salesbrain.query;

import org.jspecify.annotations.NullMarked;
