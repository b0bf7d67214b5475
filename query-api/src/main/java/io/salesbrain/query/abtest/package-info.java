/** Which variant is better, in a way that stays true however often it is looked at; knows nothing of logs and routes. */
@NullMarked
package io.salesbrain.query.abtest;

import org.jspecify.annotations.NullMarked;
