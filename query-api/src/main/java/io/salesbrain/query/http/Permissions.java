package io.salesbrain.query.http;

import io.javalin.http.HandlerType;
import io.salesbrain.events.KeyPermission;
import java.util.List;

/**
 * What a key needs for a route. One table for all, by the path, so that a route nobody thought of here needs more than
 * it might, never less.
 */
public final class Permissions {
    private record Area(String prefix, KeyPermission needed) {
        boolean holds(String path) {
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
    }

    private static final List<Area> AREAS = List.of(
            new Area("/api/costs", KeyPermission.COSTS),
            new Area("/api/deals", KeyPermission.COSTS),
            new Area("/api/roi", KeyPermission.COSTS),
            new Area("/api/inbox", KeyPermission.INBOX),
            new Area("/api/team", KeyPermission.INBOX),
            new Area("/api/instantly/search", KeyPermission.INBOX));

    private Permissions() {}

    /** @param path as asked for, or its pattern */
    public static KeyPermission needed(HandlerType method, String path) {
        for (var area : AREAS) {
            if (area.holds(path)) {
                return area.needed();
            }
        }
        boolean changes = !method.equals(HandlerType.GET) && !method.equals(HandlerType.HEAD);
        return changes ? KeyPermission.WRITE : KeyPermission.READ;
    }
}
