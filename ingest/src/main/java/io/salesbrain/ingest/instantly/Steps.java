package io.salesbrain.ingest.instantly;

import io.salesbrain.events.PayloadField;
import io.salesbrain.events.StepVariant;
import io.salesbrain.ingest.body.JsonObjectText.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads step and variant in the three ways Instantly writes them; what makes no sense is unknown, never an error. */
final class Steps {
    /** Sequence, step and variant, 0-based. */
    private static final Pattern TRIPLE = Pattern.compile("([0-9]+)_([0-9]+)_([0-9]+)");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** No number that is a step is longer, and turning longer ones into values takes time. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    private Steps() {}

    static StepVariant read(InstantlyPayload payload) {
        var triple = payload.string(PayloadField.STEP).flatMap(Steps::triple);
        return triple.orElseGet(
                () -> new StepVariant(0, number(payload, PayloadField.STEP), number(payload, PayloadField.VARIANT)));
    }

    private static Optional<StepVariant> triple(String text) {
        var match = TRIPLE.matcher(Texts.trim(text));
        if (!match.matches()) {
            return Optional.empty();
        }
        int sequence = digits(match.group(1));
        int step = digits(match.group(2));
        int variant = digits(match.group(3));
        boolean known = sequence <= StepVariant.MAX && step < StepVariant.MAX && variant < StepVariant.MAX;
        return known ? Optional.of(new StepVariant(sequence, step + 1, variant + 1)) : Optional.empty();
    }

    private static int number(InstantlyPayload payload, PayloadField field) {
        return payload.member(field)
                .map(value -> switch (value) {
                    case Scalar.Text(var text) -> numericString(Texts.trim(text));
                    case Scalar.Digits(var written) -> integer(written);
                })
                .orElse(0);
    }

    private static int numericString(String text) {
        int number = DIGITS.matcher(text).matches() ? digits(text) : 0;
        return number <= StepVariant.MAX ? number : 0;
    }

    /** The value of decimal digits; just above the maximum when it is more than that. */
    private static int digits(String text) {
        int start = 0;
        while (start < text.length() - 1 && text.charAt(start) == '0') {
            start++;
        }
        boolean readable = text.length() - start <= 5;
        return readable ? Integer.parseInt(text.substring(start)) : StepVariant.MAX + 1;
    }

    private static int integer(String written) {
        if (written.length() > MAX_NUMBER_LENGTH) {
            return 0;
        }
        try {
            var value = new BigDecimal(written);
            boolean inRange = value.signum() > 0 && value.compareTo(BigDecimal.valueOf(StepVariant.MAX)) <= 0;
            return inRange && value.stripTrailingZeros().scale() <= 0 ? value.intValueExact() : 0;
        } catch (NumberFormatException _) {
            // An exponent no number has; JSON allows it, and it is no step.
            return 0;
        }
    }
}
