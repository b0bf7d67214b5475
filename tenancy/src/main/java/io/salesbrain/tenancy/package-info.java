/** Organizations, what opens them, and which campaigns are theirs: read from the log into the memory of every role. */
@NullMarked
package io.salesbrain.tenancy;

import org.jspecify.annotations.NullMarked;
