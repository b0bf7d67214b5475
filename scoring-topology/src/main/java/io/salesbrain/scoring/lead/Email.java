package io.salesbrain.scoring.lead;

import io.salesbrain.events.StepVariant;

/**
 * An e-mail to the lead with its one send: the first real one, or the one its earliest event implies.
 *
 * @param cause the send, or the event that implies it
 */
record Email(EmailKey key, Touch cause, boolean inferred) {
    long sentAtMs() {
        return cause.atMs();
    }

    String account() {
        return cause.account();
    }

    StepVariant step() {
        return key.withVariant(cause.step().variant());
    }
}
