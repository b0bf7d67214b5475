/** Takes a guard of the product away and sees whether a test notices. */
@NullMarked
package io.salesbrain.testkit.guard;

import org.jspecify.annotations.NullMarked;
