/** What is written: campaign mails and replies, from hand-written texts. */
@NullMarked
package io.salesbrain.simulator.letters;

import org.jspecify.annotations.NullMarked;
