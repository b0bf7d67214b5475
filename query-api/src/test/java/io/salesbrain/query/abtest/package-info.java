@NullMarked
package io.salesbrain.query.abtest;

import org.jspecify.annotations.NullMarked;
