@NullMarked
package io.salesbrain.query.health;

import org.jspecify.annotations.NullMarked;
