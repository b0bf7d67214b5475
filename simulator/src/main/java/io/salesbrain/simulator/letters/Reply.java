package io.salesbrain.simulator.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A written reply with its truth: category, whether a machine wrote it, and the day of return where it names one. */
public record Reply(
        ReplyCategory category,
        boolean automatic,
        Instant at,
        UUID emailId,
        String subject,
        String text,
        String html,
        String snippet,
        Optional<LocalDate> backOn) {}
