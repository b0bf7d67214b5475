@NullMarked
package io.salesbrain.query.readmodel;

import org.jspecify.annotations.NullMarked;
