package io.salesbrain.simulator.world;

import java.util.List;

/** What a campaign is about: the pieces its mails are written from. */
public record Theme(String name, String topic, String pain, String product, String proof, List<String> subjects) {
    public Theme {
        subjects = List.copyOf(subjects);
    }
}
