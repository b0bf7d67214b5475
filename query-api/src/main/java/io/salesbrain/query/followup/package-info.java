/** Suggested texts for follow-ups: templates, and what is filled into them. */
@NullMarked
package io.salesbrain.query.followup;

import org.jspecify.annotations.NullMarked;
