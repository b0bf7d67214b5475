package io.salesbrain.query.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the names of targets, and refuses those that lead to where strangers have no business. The addresses it hands
 * out are the ones that are connected to: a name that says something else a moment later is checked again.
 */
final class CheckedResolver implements DnsResolver {
    /** How names become addresses. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final Names names;
    private final boolean allowsPrivate;

    /** @param allowsPrivate the operator's word that this network may be called */
    CheckedResolver(Names names, boolean allowsPrivate) {
        this.names = names;
        this.allowsPrivate = allowsPrivate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (PublicAddresses.isAmbiguous(host)) {
            throw new RefusedHostException(host + " is a number, not a name.");
        }
        var addresses = names.of(host);
        for (var address : addresses) {
            // One of several is enough to refuse all: which one is taken is chance.
            if (!allowsPrivate && !PublicAddresses.isPublic(address)) {
                throw new RefusedHostException(host + " leads into a private network.");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
