package io.salesbrain.ingest.instantly;

import io.salesbrain.events.EmailAddress;
import io.salesbrain.events.EventType;
import io.salesbrain.events.StepVariant;
import io.salesbrain.events.Timestamps;
import io.salesbrain.ingest.body.JsonObjectText;
import io.salesbrain.ingest.body.JsonObjectText.Scalar;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Any text as an address, a timestamp, a type's name, a step: each has a normal form, and that is its own. */
public final class FieldsFuzz {
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final int MAX_ADDRESS_LENGTH = 254;

    private FieldsFuzz() {}

    /** The fuzzer's entrance. */
    public static void fuzzerTestOneInput(byte[] input) {
        // As UTF-16 too, because JSON can escape what UTF-8 cannot carry.
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
            var text = new String(input, charset);
            address(text);
            timestamp(text);
            name(text);
            step(new Scalar.Text(text));
            if (JSON_NUMBER.matcher(text).matches()) {
                step(new Scalar.Digits(text));
            }
        }
    }

    private static void address(String text) {
        EmailAddress.parse(text).ifPresent(address -> {
            require(address.length() <= MAX_ADDRESS_LENGTH, "an address of " + address.length() + " characters");
            require(address.toLowerCase(Locale.ROOT).equals(address), "not lower case: " + address);
            require(EmailAddress.parse(address).orElse("").equals(address), "another address read again: " + address);
            require(
                    address.indexOf('<') >= 0
                            || EmailAddress.parse(" Some One <" + address + ">\u200b")
                                    .orElse("")
                                    .equals(address),
                    "another address wrapped: " + address);
        });
    }

    private static void timestamp(String text) {
        Timestamps.parse(text).ifPresent(instant -> {
            var written = Timestamps.format(instant);
            require(Timestamps.parse(written).filter(instant::equals).isPresent(), "another instant: " + written);
            require(instant.truncatedTo(ChronoUnit.MILLIS).equals(instant), "more than milliseconds: " + instant);
        });
    }

    private static void name(String text) {
        var name = Texts.wellFormed(Texts.trim(text));
        require(Texts.trim(name).equals(name) && Texts.wellFormed(name).equals(name), "another name: " + name);
        var type = EventType.named(name);
        require(type == EventType.named(name.toUpperCase(Locale.ROOT)) || type == EventType.CUSTOM, "case matters");
    }

    private static void step(Scalar value) {
        for (var variant : new Scalar[] {value, new Scalar.Digits("2")}) {
            var read = read(Map.of("step", value, "variant", variant));
            if (read.isStepKnown()) {
                require(read.equals(read(written(read))), "another step: " + read);
            }
            if (read.isStepKnown() && read.isVariantKnown()) {
                var triple = read.sequence() + "_" + (read.step() - 1) + "_" + (read.variant() - 1);
                require(read.equals(read(Map.of("step", new Scalar.Text(triple)))), "another triple: " + read);
            }
        }
    }

    private static Map<String, Scalar> written(StepVariant step) {
        var members = new HashMap<String, Scalar>();
        if (step.sequence() > 0) {
            members.put(
                    "step", new Scalar.Text(step.sequence() + "_" + (step.step() - 1) + "_" + (step.variant() - 1)));
        } else {
            members.put("step", new Scalar.Digits(Integer.toString(step.step())));
            members.put("variant", new Scalar.Text(Integer.toString(step.variant())));
        }
        return members;
    }

    private static StepVariant read(Map<String, Scalar> members) {
        return Steps.read(new InstantlyPayload(new JsonObjectText("{}", members)));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
