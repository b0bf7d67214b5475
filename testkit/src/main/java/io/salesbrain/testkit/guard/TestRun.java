package io.salesbrain.testkit.guard;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes it is given; how they went is its exit code. */
final class TestRun {
    static final int PASSED = 0;
    static final int FAILED = 10;
    private static final int NOTHING_RAN = 11;

    private TestRun() {}

    static void main(String[] classes) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        if (summary.getTestsSucceededCount() + summary.getTestsFailedCount() == 0) {
            System.exit(NOTHING_RAN);
        }
        System.exit(summary.getTotalFailureCount() == 0 ? PASSED : FAILED);
    }
}
