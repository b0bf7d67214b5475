package io.salesbrain.ingest.limits;

/**
 * How much the receiver does at once, and how much of that for one organization, so that a noisy one is slowed down and
 * not its neighbours.
 *
 * @param maxRequests how many requests are served at once; more are asked to come again
 * @param maxRequestsPerOrganization how many of them may be one organization's
 * @param requestsPerSecond how many requests one organization may send in the long run
 * @param burst how many it may send at once after a quiet time
 * @param maxUnacknowledged how many records of one request may wait for the log at once
 * @param maxUnacknowledgedKib how much of one organization may wait for the log at once, in KiB
 */
public record LoadLimits(
        int maxRequests,
        int maxRequestsPerOrganization,
        int requestsPerSecond,
        int burst,
        int maxUnacknowledged,
        int maxUnacknowledgedKib) {
    public static final LoadLimits DEFAULT = new LoadLimits(200, 100, 2_000, 20_000, 20_000, 24 << 10);

    public LoadLimits {
        Ranges.require("max_requests", maxRequests, 1, 10_000);
        Ranges.require("max_requests_per_organization", maxRequestsPerOrganization, 1, maxRequests);
        Ranges.require("requests_per_second", requestsPerSecond, 1, 1_000_000);
        Ranges.require("burst", burst, 1, 10_000_000);
        Ranges.require("max_unacknowledged", maxUnacknowledged, 1, 100_000);
        Ranges.require("max_unacknowledged_kib", maxUnacknowledgedKib, 2 << 10, 1 << 20);
    }

    public LoadLimits withRequestsPerSecond(int requestsPerSecond, int burst) {
        return new LoadLimits(
                maxRequests,
                maxRequestsPerOrganization,
                requestsPerSecond,
                burst,
                maxUnacknowledged,
                maxUnacknowledgedKib);
    }

    public LoadLimits withMaxRequests(int maxRequests, int maxRequestsPerOrganization) {
        return new LoadLimits(
                maxRequests,
                maxRequestsPerOrganization,
                requestsPerSecond,
                burst,
                maxUnacknowledged,
                maxUnacknowledgedKib);
    }
}
