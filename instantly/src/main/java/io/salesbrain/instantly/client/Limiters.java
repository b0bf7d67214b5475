package io.salesbrain.instantly.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** One set of limiters per workspace, however many keys and clients work on it. */
public final class Limiters {
    private static final int MOST = 10_000;

    /** What a workspace may do: everything together, and the Unibox within that. */
    record OfWorkspace(Limiter all, Limiter emails) {}

    private final Ticker ticker;

    private final Map<String, OfWorkspace> byWorkspace = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OfWorkspace> eldest) {
            return size() > MOST;
        }
    };

    public Limiters(Ticker ticker) {
        this.ticker = ticker;
    }

    Ticker ticker() {
        return ticker;
    }

    synchronized OfWorkspace of(String workspace) {
        return byWorkspace.computeIfAbsent(
                workspace,
                _ -> new OfWorkspace(new Limiter(Limiter.WORKSPACE, ticker), new Limiter(Limiter.EMAILS, ticker)));
    }
}
