@NullMarked
package io.salesbrain.ingest;

import org.jspecify.annotations.NullMarked;
