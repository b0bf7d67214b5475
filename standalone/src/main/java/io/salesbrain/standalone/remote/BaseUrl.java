package io.salesbrain.standalone.remote;

import java.net.URI;

/** Where an installation answers: scheme, host and port, and perhaps a path in front of everything. */
public final class BaseUrl {
    private final String text;

    private BaseUrl(String text) {
        this.text = text;
    }

    public static BaseUrl parse(String text) {
        try {
            var uri = URI.create(text.strip());
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
                return new BaseUrl(uri.toString().replaceFirst("/+$", ""));
            }
        } catch (IllegalArgumentException e) {
            throw new RemoteException(noUrl(text), e);
        }
        throw new RemoteException(noUrl(text));
    }

    private static String noUrl(String text) {
        return "--url is an address such as http://localhost:8080, not '" + text + "'.";
    }

    /** @param path begins with a slash */
    public URI at(String path) {
        return URI.create(text + path);
    }

    @Override
    public String toString() {
        return text;
    }
}
