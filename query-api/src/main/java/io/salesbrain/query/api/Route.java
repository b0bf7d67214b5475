package io.salesbrain.query.api;

import io.javalin.config.JavalinConfig;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A path and a method with what is said of it. */
public record Route(String method, String path, Door door, Operation operation) {
    /** What belongs together stands together. */
    static final Comparator<Route> ORDER = Comparator.<Route, Tag>comparing(
                    route -> route.operation().tag())
            .thenComparing(Route::path)
            .thenComparing(Route::method);

    /** Every described route of a server, by chapter and path. */
    static List<Route> of(JavalinConfig config) {
        return config.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .map(endpoint -> {
                    var described = endpoint.metadata(Described.class);
                    return described == null
                            ? null
                            : new Route(endpoint.method.name(), endpoint.path, described.door(), described.operation());
                })
                .filter(Objects::nonNull)
                .sorted(ORDER)
                .toList();
    }

    /** The errors are whoever's; among the answers one is what is hoped for. */
    Answer success() {
        return operation.answers().stream()
                .filter(answer -> !answer.isError())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " does not say what it answers"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
