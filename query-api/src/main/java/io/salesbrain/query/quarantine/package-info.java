/** What was set aside: seen, and tried again. */
@NullMarked
package io.salesbrain.query.quarantine;

import org.jspecify.annotations.NullMarked;
