@NullMarked
package io.salesbrain.query.routes;

import org.jspecify.annotations.NullMarked;
