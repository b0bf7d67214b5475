/** One class per thing that can be started, and what they share. */
@NullMarked
package io.salesbrain.standalone.roles;

import org.jspecify.annotations.NullMarked;
