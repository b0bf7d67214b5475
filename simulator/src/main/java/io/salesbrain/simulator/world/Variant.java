package io.salesbrain.simulator.world;

/**
 * One wording of a step. {@code number} is 1-based. The shares are its quality: how many of its mails a person opens, and of the
 * opened how many are clicked and answered.
 */
public record Variant(
        int number,
        String subject,
        String body,
        double openShare,
        double clickShare,
        double replyShare,
        double positiveShare) {}
