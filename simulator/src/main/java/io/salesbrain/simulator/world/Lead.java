package io.salesbrain.simulator.world;

import java.util.UUID;

/** An invented person on a campaign's list. {@code opensThroughProxy}: their mail program fetches images itself. */
public record Lead(
        UUID id,
        int number,
        String email,
        String firstName,
        String lastName,
        boolean woman,
        String jobTitle,
        String phone,
        Company company,
        boolean opensThroughProxy) {}
