package io.salesbrain.query.abtest;

/**
 * How often a winner may be named where there is none: 5 % for a step, of which the measure that matters most gets the
 * larger part.
 */
public final class Alphas {
    public static final double POSITIVE_REPLIES = 0.03;
    public static final double REPLIES = 0.02;

    private Alphas() {}
}
