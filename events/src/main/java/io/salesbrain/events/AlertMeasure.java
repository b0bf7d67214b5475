package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What an alert rests on.
 *
 * @param count of what is counted, among {@code of}: bounces among e-mails, opens among leads
 * @param against the threshold, or the rate that was to be expected
 * @param lower of the 95 % interval around count/of
 * @param confidence how sure it is that this is no chance, 0..1
 * @param since the first hour it speaks of, {@code until} the end of the last
 */
public record AlertMeasure(
        long count,
        long of,
        double against,
        double lower,
        double upper,
        double confidence,
        Instant since,
        Instant until) {
    @JsonIgnore
    public double rate() {
        return of == 0 ? 0 : (double) count / of;
    }
}
