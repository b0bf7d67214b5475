package io.salesbrain.scoring.lead;

import io.salesbrain.events.StepVariant;

/** One message to the lead. Step 0: it is only known that there was one. */
record EmailKey(String campaignId, int sequence, int step) {
    static EmailKey of(Touch touch) {
        return touch.step().isStepKnown()
                ? new EmailKey(
                        touch.campaignId(),
                        touch.step().sequence(),
                        touch.step().step())
                : unknownIn(touch.campaignId());
    }

    static EmailKey unknownIn(String campaignId) {
        return new EmailKey(campaignId, 0, 0);
    }

    StepVariant withVariant(int variant) {
        return new StepVariant(sequence, step, variant);
    }
}
