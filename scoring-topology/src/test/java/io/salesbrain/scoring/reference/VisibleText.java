package io.salesbrain.scoring.reference;

import io.salesbrain.events.Event;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the lead wrote, without what the mail quotes, in the few forms that {@link Histories} writes. */
final class VisibleText {
    private VisibleText() {}

    static String of(Event reply) {
        return Objects.requireNonNull(reply.reply())
                .text()
                .lines()
                .takeWhile(line -> !line.endsWith(" wrote:"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
