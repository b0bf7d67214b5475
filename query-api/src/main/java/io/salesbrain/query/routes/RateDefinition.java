package io.salesbrain.query.routes;

import io.salesbrain.query.api.Says;

/** What a rate divides by what. */
@Says("What a rate divides by what, in words.")
record RateDefinition(
        @Says("What is counted.") String numerator,
        @Says("Among what.") String denominator) {}
