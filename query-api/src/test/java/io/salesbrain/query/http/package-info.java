@NullMarked
package io.salesbrain.query.http;

import org.jspecify.annotations.NullMarked;
