package io.salesbrain.query.delivery;

import io.salesbrain.events.AlertTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Takes a message to a target, once. It follows no redirects, uses no proxy, keeps no cookies and reads no answer. */
public final class Courier implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final int CONNECTIONS = 100;
    private static final int CONNECTIONS_PER_HOST = 10;
    private static final int GONE = 410;

    /** What came of it. */
    public sealed interface Outcome {
        record Delivered(int status) implements Outcome {}

        /** @param forGood another attempt is pointless */
        record Failed(String why, boolean forGood) implements Outcome {}
    }

    private final CloseableHttpClient client;
    private final boolean allowsPrivate;
    private final InstantSource clock;

    /** @param allowsPrivate whether targets may lie in private networks, and be called without encryption */
    public Courier(boolean allowsPrivate, InstantSource clock) {
        this(InetAddress::getAllByName, allowsPrivate, clock);
    }

    Courier(CheckedResolver.Names names, boolean allowsPrivate, InstantSource clock) {
        this.allowsPrivate = allowsPrivate;
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolver(names, allowsPrivate))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                // Each delivery resolves and checks anew.
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Why an address is refused before anything is sent; empty where it is well-formed. */
    public String objection(String url) {
        try {
            var uri = URI.create(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(allowsPrivate && scheme.equals("http"))) {
                return "url begins with https://.";
            }
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return "url has a host, no user and no fragment.";
            }
            return PublicAddresses.isAmbiguous(uri.getHost()) ? "The host of url is a number, not a name." : "";
        } catch (IllegalArgumentException e) {
            return "url is no address.";
        }
    }

    public Outcome deliver(AlertTarget target, Message message) {
        var objection = objection(target.url());
        if (!objection.isEmpty()) {
            return new Outcome.Failed(objection, true);
        }
        try {
            int status = post(target, message);
            if (status >= 200 && status < 300) {
                return new Outcome.Delivered(status);
            }
            var why = status >= 300 && status < 400 ? "redirects, which are not followed" : "answered " + status;
            return new Outcome.Failed("The target " + why + ".", status == GONE);
        } catch (RefusedHostException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            return new Outcome.Failed(
                    "The target could not be reached: " + e.getClass().getSimpleName() + ".", false);
        }
    }

    private int post(AlertTarget target, Message message) throws IOException {
        var request = new HttpPost(target.url());
        var body = switch (target.kind()) {
            case WEBHOOK -> message.asWebhook();
            case SLACK -> message.asSlack();
        };
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        request.setHeader("User-Agent", "Salesbrain");
        long seconds = clock.instant().getEpochSecond();
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", seconds);
        request.setHeader("webhook-signature", Signature.of(target.secret(), message.id(), seconds, body));
        // Closed without reading: what a target has to say beyond its status is of no use, and may never end.
        try (var answer = client.executeOpen(null, request, null)) {
            return answer.getCode();
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
