/** The product as its users meet it: real processes, real HTTP, real engines. */
@NullMarked
package io.salesbrain.e2e;

import org.jspecify.annotations.NullMarked;
