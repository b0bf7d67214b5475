package io.salesbrain.simulator.world;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An invented agency with its one workspace. */
public record Organization(
        String id,
        String name,
        UUID workspaceId,
        ZoneId zone,
        long seed,
        List<Mailbox> mailboxes,
        List<Campaign> campaigns) {
    public Organization {
        mailboxes = List.copyOf(mailboxes);
        campaigns = List.copyOf(campaigns);
    }
}
