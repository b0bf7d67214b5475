package io.salesbrain.standalone.commands;

import com.fasterxml.jackson.databind.JsonNode;
import io.salesbrain.standalone.remote.AdminApi;
import io.salesbrain.standalone.remote.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sync", description = "Syncs the organizations of a running installation with Instantly.")
final class SyncCommand implements Callable<Integer> {
    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(names = "--organization", description = "Only this organization; otherwise all that are connected.")
    private @Nullable String organization;

    @Override
    public Integer call() throws InterruptedException {
        boolean clean = true;
        try (var api = remote.open()) {
            var asked = organization == null ? connected(api) : List.of(organization);
            if (asked.isEmpty()) {
                System.out.println("No organization is connected with Instantly.");
            }
            for (var id : asked) {
                clean &= sync(api, id);
            }
        }
        return clean ? 0 : 1;
    }

    private static List<String> connected(AdminApi api) throws InterruptedException {
        var ids = new ArrayList<String>();
        String next = "";
        do {
            var page =
                    api.get("/api/admin/organizations?limit=100" + (next.isEmpty() ? "" : "&starting_after=" + next));
            for (var item : page.path("items")) {
                var id = item.path("organization_id").asText();
                if (api.get("/api/instantly/connection?organization_id=" + id)
                        .path("connected")
                        .asBoolean()) {
                    ids.add(id);
                }
            }
            next = page.path("next_starting_after").asText("");
        } while (!next.isEmpty() && !next.equals("null"));
        return ids;
    }

    private static boolean sync(AdminApi api, String id) throws InterruptedException {
        try {
            var report = api.post("/api/instantly/sync/workspace?organization_id=" + id, Map.of());
            System.out.println(id + ": " + report.at("/campaigns/seen").asLong() + " campaigns, "
                    + report.at("/email_accounts/seen").asLong() + " accounts, "
                    + total(report.path("synthetic_events")) + " synthetic events, "
                    + report.at("/repair/events_fetched").asLong() + " missed events fetched, webhook "
                    + report.at("/repair/webhook").asText("unknown") + ".");
            report.path("problems").forEach(problem -> System.out.println("  " + problem.asText()));
            return report.path("problems").isEmpty();
        } catch (RemoteException e) {
            System.out.println(id + ": " + e.getMessage());
            return false;
        }
    }

    private static long total(JsonNode counts) {
        long total = 0;
        for (var count : counts) {
            total += count.asLong();
        }
        return total;
    }
}
