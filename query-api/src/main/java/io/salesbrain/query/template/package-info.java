/** Texts that are suggested to people: those that come with the program, and what organizations write themselves. */
@NullMarked
package io.salesbrain.query.template;

import org.jspecify.annotations.NullMarked;
