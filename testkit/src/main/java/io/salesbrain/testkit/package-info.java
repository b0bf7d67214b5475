/** What tests of several modules share: seeded randomness and invented histories. */
@NullMarked
package io.salesbrain.testkit;

import org.jspecify.annotations.NullMarked;
