package io.salesbrain.standalone.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "quarantine",
        description = "Lists what a running installation set aside, or tries it again.",
        synopsisSubcommandLabel = "list|replay",
        subcommands = {QuarantineCommand.Listing.class, QuarantineCommand.Replay.class})
final class QuarantineCommand implements Runnable {
    private static final String PATH = "/api/admin/quarantine";
    private static final int PAGE = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: quarantine list, or quarantine replay.");
    }

    /** Which deliveries are meant. */
    static final class Filter {
        @Option(names = "--organization", description = "Only deliveries of this organization.")
        @Nullable
        String organization;

        @Option(names = "--reason", description = "Only those set aside for this reason, such as malformed_json.")
        @Nullable
        String reason;

        Map<String, Object> fields() {
            var fields = new LinkedHashMap<String, Object>();
            if (organization != null) {
                fields.put("organization_id", organization);
            }
            if (reason != null) {
                fields.put("reason", reason);
            }
            return fields;
        }
    }

    @Command(name = "list", description = "What was set aside, newest first.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private RemoteOptions remote = new RemoteOptions();

        @Mixin
        private Filter filter = new Filter();

        @Option(names = "--open", description = "Only what was not replayed yet.")
        private boolean open;

        @Option(names = "--limit", description = "How many at most (default: ${DEFAULT-VALUE}).")
        private int limit = 50;

        @Override
        public Integer call() throws InterruptedException {
            var table = new Table("ID", "ARRIVED", "ORGANIZATION", "REASON", "BYTES", "STATE");
            int shown = 0;
            String next = "";
            try (var api = remote.open()) {
                do {
                    var page = api.get(PATH + query(Math.min(PAGE, limit - shown), next));
                    for (var item : page.path("items")) {
                        addRow(table, item);
                        shown++;
                    }
                    next = page.path("next_starting_after").asText("");
                } while (shown < limit && !next.isEmpty());
            }
            if (shown == 0) {
                System.out.println("Nothing is in quarantine" + (open ? " that was not replayed." : "."));
            } else {
                table.print(System.out);
                if (!next.isEmpty()) {
                    System.out.println("There may be more; --limit shows them.");
                }
            }
            return 0;
        }

        private String query(int pageLimit, String startingAfter) {
            var fields = filter.fields();
            fields.put("limit", Math.max(1, pageLimit));
            fields.put("state", open ? "open" : "all");
            if (!startingAfter.isEmpty()) {
                fields.put("starting_after", startingAfter);
            }
            var query = new StringBuilder();
            fields.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
            return query.toString();
        }

        private static void addRow(Table table, JsonNode item) {
            var replay = item.path("replay");
            table.add(
                    item.path("quarantine_id").asText(),
                    item.path("received_at").asText(),
                    item.path("organization_id").asText(),
                    item.path("reason").asText(),
                    item.path("size_bytes").asText(),
                    item.path("state").asText()
                            + (replay.isObject() ? " " + replay.path("at").asText() : ""));
        }
    }

    @Command(name = "replay", description = "Tries deliveries again: the ones named, or all that fit.")
    static final class Replay implements Callable<Integer> {
        private static final int IDS_AT_ONCE = 1_000;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private RemoteOptions remote = new RemoteOptions();

        @Mixin
        private Filter filter = new Filter();

        @Parameters(paramLabel = "ID", arity = "0..*", description = "As quarantine list shows them.")
        private List<String> ids = new ArrayList<>();

        @Option(names = "--all", description = "All, or all of --organization and --reason.")
        private boolean all;

        @Override
        public Integer call() throws InterruptedException {
            if (all != ids.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "Name the IDs to replay, or say --all.");
            }
            if (!all && !filter.fields().isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--organization and --reason go together with --all.");
            }
            var report = new ReplayTotals();
            try (var api = remote.open()) {
                if (all) {
                    var body = filter.fields();
                    body.put("all", true);
                    do {
                        report.add(api.post(PATH + "/replay", body));
                        body.put("starting_after", report.next());
                    } while (!report.next().isEmpty());
                } else {
                    for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
                        var some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
                        report.add(api.post(PATH + "/replay", Map.of("quarantine_ids", some)));
                    }
                }
            }
            report.print(System.out);
            return report.isClean() ? 0 : 1;
        }
    }
}
