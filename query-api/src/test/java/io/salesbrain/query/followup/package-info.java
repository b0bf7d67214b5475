@NullMarked
package io.salesbrain.query.followup;

import org.jspecify.annotations.NullMarked;
