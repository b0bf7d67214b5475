@NullMarked
package io.salesbrain.query.api;

import org.jspecify.annotations.NullMarked;
