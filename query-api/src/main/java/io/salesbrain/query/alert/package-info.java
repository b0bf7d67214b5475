/** What an alert says to people. */
@NullMarked
package io.salesbrain.query.alert;

import org.jspecify.annotations.NullMarked;
