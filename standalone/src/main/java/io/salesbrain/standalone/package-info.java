/** The program: its commands, and the roles put together. */
@NullMarked
package io.salesbrain.standalone;

import org.jspecify.annotations.NullMarked;
