/** Countries, their public holidays and their weekends. */
@NullMarked
package io.salesbrain.scoring.calendar;

import org.jspecify.annotations.NullMarked;
