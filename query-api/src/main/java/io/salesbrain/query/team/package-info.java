/** The sales team: who belongs to it, and who gets which lead. */
@NullMarked
package io.salesbrain.query.team;

import org.jspecify.annotations.NullMarked;
