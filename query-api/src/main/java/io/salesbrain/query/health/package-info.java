/** How well an account is, and how much it should send. */
@NullMarked
package io.salesbrain.query.health;

import org.jspecify.annotations.NullMarked;
