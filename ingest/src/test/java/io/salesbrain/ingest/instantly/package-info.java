@NullMarked
package io.salesbrain.ingest.instantly;

import org.jspecify.annotations.NullMarked;
