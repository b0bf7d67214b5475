/** Which organization reaches which Instantly workspace, with keys that lie encrypted in the log. */
@NullMarked
package io.salesbrain.instantly.connection;

import org.jspecify.annotations.NullMarked;
