package io.salesbrain.query.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.salesbrain.query.http.Gate;
import java.util.Set;
import java.util.regex.Pattern;

/** Where routes are registered: each through a door, and none without a description. */
public final class Api {
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final RoutesConfig routes;
    private final Gate gate;

    public Api(RoutesConfig routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** For everybody. */
    public void open(HandlerType method, String path, Operation operation, Handler handler) {
        add(method, path, Door.OPEN, operation, handler);
    }

    /** For one organization's data. */
    public void organization(HandlerType method, String path, Operation operation, Gate.OrganizationHandler handler) {
        add(method, path, Door.ORGANIZATION, operation, gate.organization(handler));
    }

    /** For one organization's data, by a handler that writes down who did it. */
    public void actor(HandlerType method, String path, Operation operation, Gate.ActorHandler handler) {
        add(method, path, Door.ORGANIZATION, operation, gate.actor(handler));
    }

    /** For one organization's data, by a handler that wants to know who asks. */
    public void acting(HandlerType method, String path, Operation operation, Gate.ActingHandler handler) {
        add(method, path, Door.ORGANIZATION, operation, gate.acting(handler));
    }

    /** For one organization's data, for as long as the key is good. */
    public void watcher(HandlerType method, String path, Operation operation, Gate.WatcherHandler handler) {
        add(method, path, Door.ORGANIZATION, operation, gate.watcher(handler));
    }

    public void admin(HandlerType method, String path, Operation operation, Handler handler) {
        add(method, path, Door.ADMIN, operation, gate.admin(handler));
    }

    public void any(HandlerType method, String path, Operation operation, Gate.PrincipalHandler handler) {
        add(method, path, Door.ANY, operation, gate.any(handler));
    }

    private void add(HandlerType method, String path, Door door, Operation operation, Handler handler) {
        PLACE.matcher(path).results().map(found -> found.group(1)).forEach(name -> {
            if (operation.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalArgumentException("the description of " + path + " does not say what " + name + " is");
            }
        });
        routes.addEndpoint(new Endpoint(method, path, handler, Set.of(new Described(door, operation))));
    }
}
