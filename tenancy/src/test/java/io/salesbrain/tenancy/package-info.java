@NullMarked
package io.salesbrain.tenancy;

import org.jspecify.annotations.NullMarked;
