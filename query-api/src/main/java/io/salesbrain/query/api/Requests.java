package io.salesbrain.query.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What requests to a route look like. */
final class Requests {
    private Requests() {}

    /** Those of the route, and what its door adds. */
    static List<Parameter> parameters(Route route) {
        var parameters = new ArrayList<>(route.operation().parameters());
        if (route.door() == Door.ORGANIZATION
                && parameters.stream().noneMatch(parameter -> parameter.name().equals("organization_id"))) {
            parameters.add(Parameter.ORGANIZATION);
        }
        return parameters;
    }

    /** The path of the example request with its query. */
    static String target(Route route) {
        var path = route.path();
        for (var parameter : route.operation().parameters()) {
            if (parameter.in() == Parameter.In.PATH) {
                path = path.replace("{" + parameter.name() + "}", encoded(String.valueOf(parameter.example())));
            }
        }
        var query = route.operation().parameters().stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY && parameter.example() != null)
                .map(parameter -> parameter.name() + "=" + encoded(String.valueOf(parameter.example())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    /** The example request as a line for a shell; $BASE and the key's variable are the reader's. */
    static String curl(Route route) {
        var line = new StringBuilder("curl -s");
        if (!route.method().equals("GET")) {
            line.append(" -X ").append(route.method());
        }
        line.append(" \"$BASE").append(target(route)).append('"');
        key(route.door())
                .ifPresent(variable -> line.append(" \\\n  -H \"Authorization: Bearer $")
                        .append(variable)
                        .append('"'));
        if (!route.operation().bodies().isEmpty()) {
            var content = route.operation().bodies().getFirst();
            line.append(" \\\n  -H 'Content-Type: ").append(content.mediaType()).append("' \\\n  --data-binary '");
            line.append(content.example().replace("'", "'\\''")).append('\'');
        }
        return line.toString();
    }

    private static Optional<String> key(Door door) {
        return switch (door) {
            case OPEN -> Optional.empty();
            case WEBHOOK -> Optional.of("WEBHOOK_SECRET");
            case ORGANIZATION, ANY -> Optional.of("API_KEY");
            case ADMIN -> Optional.of("ADMIN_KEY");
        };
    }
}
