package io.salesbrain.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says of our own services: their command and their environment. */
record ComposeFile(Map<String, Service> services) {
    /** A service that runs this project's image. */
    record Service(List<String> command, Map<String, String> environment) {}

    static ComposeFile read() throws IOException {
        var file = Path.of(System.getProperty("salesbrain.home"), "docker-compose.yml");
        Map<String, Object> root = new Yaml().load(Files.readString(file));
        var services = new LinkedHashMap<String, Service>();
        map(root.get("services")).forEach((name, definition) -> {
            var service = map(definition);
            if ("salesbrain".equals(service.get("image"))) {
                var environment = new LinkedHashMap<String, String>();
                map(service.get("environment")).forEach((key, value) -> environment.put(key, value.toString()));
                var command = ((List<?>) service.getOrDefault("command", List.of()))
                        .stream().map(Object::toString).toList();
                services.put(name, new Service(command, environment));
            }
        });
        return new ComposeFile(services);
    }

    /** Finds a service that must be there. */
    Service service(String name) {
        var service = services.get(name);
        if (service == null) {
            throw new AssertionError("docker-compose.yml has no service " + name + " of ours");
        }
        return service;
    }

    private static Map<String, Object> map(@Nullable Object node) {
        if (node == null) {
            return Map.of();
        }
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }
}
