package io.salesbrain.standalone.commands;

import io.salesbrain.ingest.IngestConfig;
import io.salesbrain.ingest.limits.LoadLimits;
import picocli.CommandLine.Option;

/** What the receiver of webhooks bears. */
final class IngestOptions {
    @Option(
            names = "--requests-per-second",
            description = "Webhook requests one organization may send in the long run, ten times that in a burst"
                    + " (default: ${DEFAULT-VALUE}).")
    int requestsPerSecond = LoadLimits.DEFAULT.requestsPerSecond();

    @Option(
            names = "--max-requests",
            description = "Webhook requests served at once, half of them for one organization"
                    + " (default: ${DEFAULT-VALUE}).")
    int maxRequests = LoadLimits.DEFAULT.maxRequests();

    IngestConfig config() {
        return IngestConfig.DEFAULT.with(LoadLimits.DEFAULT
                .withRequestsPerSecond(requestsPerSecond, 10 * requestsPerSecond)
                .withMaxRequests(maxRequests, Math.max(1, maxRequests / 2)));
    }
}
