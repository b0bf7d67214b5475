package io.salesbrain.simulator.delivery;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the events of a workspace go, with the static headers the customer set on the webhook: Instantly's only security. */
public record Target(URI url, Map<String, String> headers) {
    public Target {
        headers = Map.copyOf(new LinkedHashMap<>(headers));
        String scheme = url.getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("The webhook target " + url + " is not an http or https address.");
        }
        // The HTTP client refuses some headers and addresses; better now than at the first event.
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        headers.forEach(request::setHeader);
    }

    /** A target that expects the webhook secret as a bearer token. */
    public Target(URI url, String secret) {
        this(url, Map.of("Authorization", "Bearer " + secret));
    }
}
