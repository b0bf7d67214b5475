/** What every process bears on its port. */
@NullMarked
package io.salesbrain.standalone.roles;

import org.jspecify.annotations.NullMarked;
