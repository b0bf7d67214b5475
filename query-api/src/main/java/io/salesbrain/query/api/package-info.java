/** The API describes itself: what each route says of itself, and the document and page made of it. */
@NullMarked
package io.salesbrain.query.api;

import org.jspecify.annotations.NullMarked;
