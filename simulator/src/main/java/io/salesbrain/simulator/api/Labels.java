package io.salesbrain.simulator.api;

import java.util.Optional;

/** The interest values behind Instantly's own labels. */
final class Labels {
    private Labels() {}

    static Optional<Integer> valueOf(String eventType) {
        return switch (eventType) {
            case "lead_out_of_office" -> Optional.of(0);
            case "lead_interested" -> Optional.of(1);
            case "lead_meeting_booked" -> Optional.of(2);
            case "lead_meeting_completed" -> Optional.of(3);
            case "lead_closed" -> Optional.of(4);
            case "lead_not_interested" -> Optional.of(-1);
            case "lead_wrong_person" -> Optional.of(-2);
            case "lead_no_show" -> Optional.of(-4);
            default -> Optional.empty();
        };
    }
}
