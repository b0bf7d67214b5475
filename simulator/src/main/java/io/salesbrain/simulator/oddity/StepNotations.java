package io.salesbrain.simulator.oddity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.random.RandomGenerator;

/**
 * The other ways in which Instantly writes which mail it was: numbers as text, and the triple of its e-mail objects, which counts sequence,
 * step and variant from 0 and is believed before a variant that stands beside it.
 */
final class StepNotations {
    private StepNotations() {}

    static void rewrite(ObjectNode body, RandomGenerator random) {
        int step = body.path("step").asInt();
        int variant = body.path("variant").asInt();
        switch (random.nextInt(4)) {
            case 0 -> body.put("step", String.valueOf(step)).put("variant", String.valueOf(variant));
            case 1 -> body.put("step", (double) step).put("variant", (double) variant);
            case 2 -> body.put("step", triple(step, variant)).remove("variant");
            default -> body.put("step", triple(step, variant)).put("variant", variant + 1);
        }
    }

    private static String triple(int step, int variant) {
        return "0_" + (step - 1) + "_" + (variant - 1);
    }
}
