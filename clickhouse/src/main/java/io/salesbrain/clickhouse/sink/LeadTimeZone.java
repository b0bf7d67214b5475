package io.salesbrain.clickhouse.sink;

import com.fasterxml.jackson.core.JsonToken;
import io.salesbrain.events.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The time zone of a lead, where a delivery carries it in one of the lead's columns. Instantly has no field of its own for it. */
final class LeadTimeZone {
    private static final Set<String> NAMES =
            Set.of("timezone", "time_zone", "tz", "lead_timezone", "lead_time_zone", "contact_timezone");
    private static final int LONGEST = 64;

    private LeadTimeZone() {}

    /** Empty where no column of such a name holds what Java knows as a time zone, such as Europe/Vienna or UTC+2. */
    static Optional<ZoneId> in(String raw) {
        try (var parser = Json.MAPPER.getFactory().createParser(raw)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING && isName(name)) {
                    var zone = parse(parser.getText());
                    if (zone.isPresent()) {
                        return zone;
                    }
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            // The delivery was read before; whatever is odd about it here is no reason to lose the reply.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isName(String name) {
        return NAMES.contains(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    }

    private static Optional<ZoneId> parse(String text) {
        var id = text.strip();
        if (id.isEmpty() || id.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
