/** What people do at Instantly through us. */
@NullMarked
package io.salesbrain.instantly.action;

import org.jspecify.annotations.NullMarked;
