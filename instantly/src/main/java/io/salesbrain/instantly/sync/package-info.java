/** What Instantly never pushes, and what it pushed in vain: fetched, compared, explained. */
@NullMarked
package io.salesbrain.instantly.sync;

import org.jspecify.annotations.NullMarked;
