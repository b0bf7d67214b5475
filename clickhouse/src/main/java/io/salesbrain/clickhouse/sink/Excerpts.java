package io.salesbrain.clickhouse.sink;

import io.salesbrain.events.Event;
import io.salesbrain.events.ScoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.zip.CRC32;

/** What lies beside the events for those who ask for sends, replies or names alone. */
final class Excerpts {
    private static final int CHECKSUM_BITS = 19;
    private static final long MS_FROM_1900_TO_1970 = 2_208_988_800_000L;

    private Excerpts() {}

    static byte[] touch(Event event) {
        return JsonRow.write(
                row -> row.text("organization_id", event.organizationId().value())
                        .text("lead_email", event.leadEmail())
                        .text("campaign_id", event.campaignId())
                        .step(event.step())
                        .text("account", event.account())
                        .instant("at", event.at())
                        .instant("received_at", event.receivedAt())
                        .text("event_id", event.eventId()));
    }

    static byte[] reply(ScoredEvent scored) {
        var event = scored.event();
        var zone = LeadTimeZone.in(event.raw());
        var localAt =
                event.at().atZone(zone.orElse(ZoneOffset.UTC)).toLocalDateTime().toInstant(ZoneOffset.UTC);
        return JsonRow.write(row -> {
            row.text("organization_id", event.organizationId().value())
                    .text("campaign_id", event.campaignId())
                    .text("event_id", event.eventId())
                    .text("type", event.type().label())
                    .text("lead_email", event.leadEmail())
                    .text("account", event.account())
                    .instant("at", event.at())
                    .instant("received_at", event.receivedAt())
                    .text("time_zone", zone.map(Object::toString).orElse(""))
                    .instant("local_at", localAt);
            var classified = scored.classified();
            if (classified != null) {
                row.text("category", classified.category().label())
                        .flag("abstained", classified.abstained())
                        .text("language", classified.language())
                        .text("snippet", classified.snippet());
            }
        });
    }

    static byte[] campaign(Event event, long version) {
        return JsonRow.write(
                row -> row.text("organization_id", event.organizationId().value())
                        .text("campaign_id", event.campaignId())
                        .text("campaign_name", event.campaignName())
                        .instant("named_at", event.at())
                        .number("version", version));
    }

    /** As the schema says: the later instant is the higher version, and of one instant always the same name is. */
    static long nameVersion(Event event) {
        var checksum = new CRC32();
        checksum.update(event.campaignName().getBytes(StandardCharsets.UTF_8));
        long sinceMs = JsonRow.storable(event.at()).toEpochMilli() + MS_FROM_1900_TO_1970;
        return (sinceMs << CHECKSUM_BITS) | (checksum.getValue() & ((1 << CHECKSUM_BITS) - 1));
    }
}
