package io.salesbrain.events;

/** What rates are cut by. */
public sealed interface Dimension {
    record Organization() implements Dimension {}

    record Campaign(String campaignId) implements Dimension {}

    /** One variant of one e-mail of a campaign. */
    record Step(String campaignId, StepVariant step) implements Dimension {}

    record Account(String account) implements Dimension {}
}
