package io.salesbrain.query.routes;

import io.salesbrain.events.DeadLetter;
import io.salesbrain.query.api.Says;
import java.time.Instant;

/** A record that could not be stored, as the API shows it. */
@Says("A record that could not be stored however often it was tried.")
record DeadLetterView(
        @Says("Where it lies in the log.") String topic,
        @Says("Its partition there.") int partition,
        @Says("Its place there.") long offset,
        @Says("Its key there.") String recordKey,
        @Says("What refused it and why.") String error,
        @Says("When it was given up.") Instant setAsideAt,
        @Says("Its bytes, in Base64.") String valueBase64) {
    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.recordKey(),
                letter.error(),
                letter.setAsideAt(),
                letter.valueBase64());
    }
}
