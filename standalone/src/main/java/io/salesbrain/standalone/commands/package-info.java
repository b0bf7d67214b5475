/** The command line. */
@NullMarked
package io.salesbrain.standalone.commands;

import org.jspecify.annotations.NullMarked;
