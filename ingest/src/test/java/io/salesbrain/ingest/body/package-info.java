@NullMarked
package io.salesbrain.ingest.body;

import org.jspecify.annotations.NullMarked;
