/** What every route shares: keys, parameters, pages, errors, headers. */
@NullMarked
package io.salesbrain.query.http;

import org.jspecify.annotations.NullMarked;
