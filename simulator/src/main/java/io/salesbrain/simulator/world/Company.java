package io.salesbrain.simulator.world;

import java.time.ZoneId;

/** An invented company; its mail provider and gateway are shared by all its leads. */
public record Company(
        String name,
        String domain,
        String industry,
        String city,
        ZoneId zone,
        MailProvider provider,
        SecurityGateway gateway) {}
