package io.salesbrain.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Which e-mail of a campaign, and which of its variants: all 1-based as people see them, 0 where unknown. {@code
 * sequence} 0 is the campaign's main sequence, above that a subsequence. Instantly writes the same thing in three
 * ways (webhook: 1-based numbers; step analytics: strings, the step 1-based and the variant 0-based; e-mail API: the
 * 0-based triple {@code "0_0_0"}); this type is where they meet.
 */
public record StepVariant(int sequence, int step, int variant) {
    /** Numbers above this are no step anybody wrote. */
    public static final int MAX = 9999;

    public static final StepVariant UNKNOWN = new StepVariant(0, 0, 0);

    public StepVariant {
        if (sequence < 0 || step < 0 || variant < 0 || sequence > MAX || step > MAX || variant > MAX) {
            throw new IllegalArgumentException("sequence, step and variant lie in 0.." + MAX);
        }
    }

    @JsonIgnore
    public boolean isStepKnown() {
        return step > 0;
    }

    @JsonIgnore
    public boolean isVariantKnown() {
        return variant > 0;
    }
}
