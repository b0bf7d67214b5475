package io.salesbrain.standalone.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rebuild",
        description = "Fills a running installation's ClickHouse anew from the log; it answers all the while.")
final class RebuildCommand implements Callable<Integer> {
    private static final String PATH = "/api/admin/rebuild";
    private static final long LOOK_EVERY_MS = 500;
    private static final int PERCENT_PER_LINE = 10;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    private String shown = "";

    @Override
    public Integer call() throws InterruptedException {
        try (var api = remote.open()) {
            var report = api.get(PATH);
            if (!report.path("running").asBoolean()) {
                report = api.post(PATH, Map.of());
            }
            while (report.path("running").asBoolean()) {
                show(report);
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                report = api.get(PATH);
            }
            return end(report);
        }
    }

    /** A line for each state and each tenth, for terminals and files alike. */
    private void show(JsonNode report) {
        long total = report.path("records_total").asLong();
        long tenth =
                total == 0 ? 0 : report.path("records").asLong() * 100 / total / PERCENT_PER_LINE * PERCENT_PER_LINE;
        var line = report.path("state").asText() + (total == 0 ? " …" : " … " + tenth + " %");
        if (!line.equals(shown)) {
            shown = line;
            System.out.println(line);
        }
    }

    private static int end(JsonNode report) {
        if (!report.path("state").asText().equals("done")) {
            System.err.println("The rebuild failed: " + report.path("error").asText("it does not say why."));
            return 1;
        }
        System.out.println(
                "ClickHouse was filled anew from " + report.path("records").asLong() + " records of the log; "
                        + report.path("refused").asLong() + " were refused.");
        return 0;
    }
}
