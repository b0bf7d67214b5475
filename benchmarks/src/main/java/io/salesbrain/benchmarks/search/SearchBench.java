package io.salesbrain.benchmarks.search;

import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import io.salesbrain.clickhouse.query.Correspondence;
import io.salesbrain.clickhouse.query.SearchQuestion;
import io.salesbrain.clickhouse.schema.Migrations;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.standalone.roles.TemporaryFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The search over generated messages of one organization, as the API asks it. */
@Command(
        name = "search",
        description =
                "Full-text search over generated messages: a page of 25, and the 1000 hits behind a search of the inbox.")
public final class SearchBench implements Callable<Integer> {
    private static final OrganizationId ORGANIZATION = new OrganizationId("org-0");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS_PER_MS = 1e6;
    private static final int BLOCK = 100_000;
    private static final int PAGE = 26;
    private static final int HITS = 1_000;

    /**
     * Forty words of which few are frequent and most are rare, as in a language: the n-th word is in about every n-th place
     * of the dictionary. One message in 50,000 has the rare pair.
     */
    private static final String FILL = """
            INSERT INTO correspondence (organization_id, at, event_id, type, lead_email, campaign_id, received_at, subject, text)
            SELECT 'org-0', toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + number * 30 AS moment, hex(sipHash128(number)),
                if(number % 20 = 0, 'reply_received', 'email_sent'),
                'lead' || toString(number % 200000) || '@customer' || toString(number % 5000) || '.example',
                'campaign-' || toString(number % 50), moment, 'Angebot ' || toString(number % 1000),
                arrayStringConcat(arrayMap(
                    place -> 'wort' || toString(toUInt32(pow(50000, (sipHash64(number, place) % 1000000) / 1000000))),
                    range(40)), ' ')
                || if(number % 50000 = 77, ' seltener Terminvorschlag für Müller', '') || ' Freundliche Grüße'
            FROM numbers({from:UInt64}, {rows:UInt64})""";

    @Option(names = "--messages", description = "Messages generated in the engine (default: ${DEFAULT-VALUE}).")
    private long messages = 1_000_000;

    @Option(names = "--reads", description = "Times each question is asked (default: ${DEFAULT-VALUE}).")
    private int reads = 15;

    @Option(names = "--engine-memory-mb", description = "Memory for ClickHouse (default: ${DEFAULT-VALUE}).")
    private int engineMemoryMb = 2_000;

    @Override
    public Integer call() throws IOException {
        try (var folder = TemporaryFolder.create("salesbrain-bench-search");
                var engine = EmbeddedEngine.start(EngineConfig.at(folder.path().resolve("engine"))
                        .withMemoryLimitBytes((long) engineMemoryMb << 20));
                var warehouse = new Warehouse(
                        WarehouseConfig.of(engine.endpoint(), "search").withRequestTimeout(PATIENCE))) {
            var _ = Migrations.fromClassPath().apply(warehouse);
            fill(warehouse);
            printWeights(warehouse);
            print(new Correspondence(warehouse));
        }
        return 0;
    }

    private void fill(Warehouse warehouse) {
        long startedNanos = System.nanoTime();
        for (long from = 0; from < messages; from += BLOCK) {
            warehouse.execute(FILL, Map.of("from", from, "rows", Math.min(BLOCK, messages - from)));
        }
        System.out.printf("%d messages generated in %.1f s%n", messages, seconds(startedNanos));
    }

    private static void printWeights(Warehouse warehouse) {
        warehouse.queryEach(
                """
                SELECT count() AS parts, sum(data_compressed_bytes) AS data, sum(secondary_indices_compressed_bytes) AS words
                FROM system.parts WHERE active AND database = currentDatabase() AND table = 'correspondence'""",
                Map.of(),
                row -> System.out.printf(
                        "%d parts, data %.0f MB, index of words %.0f MB%n",
                        row.longValue("parts"), row.longValue("data") / 1e6, row.longValue("words") / 1e6));
    }

    private void print(Correspondence correspondence) {
        System.out.printf(
                "%-40s %8s %10s %10s %12s%n",
                "question, of " + reads, "found", "median ms", "worst ms", "1000 hits ms");
        questions().forEach((name, q) -> {
            var question = SearchQuestion.of(q).orElseThrow();
            int found = search(correspondence, question, HITS);
            var page = times(correspondence, question, PAGE);
            var hits = times(correspondence, question, HITS);
            System.out.printf(
                    "%-40s %8s %10.1f %10.1f %12.1f%n",
                    name,
                    found < HITS ? Integer.toString(found) : HITS + "+",
                    page[reads / 2],
                    page[reads - 1],
                    hits[reads / 2]);
        });
    }

    private static Map<String, String> questions() {
        var questions = new LinkedHashMap<String, String>();
        questions.put("a rare word", "terminvorschlag");
        questions.put("the beginning of a rare word", "terminvor");
        questions.put("three rare words with an umlaut", "seltener terminvorschlag muell");
        questions.put("a word in every message", "freundliche");
        questions.put("a word in every message and a rare one", "freundliche seltener");
        questions.put("a word in one of 100", "wort40");
        questions.put("two such words", "wort40 wort55");
        questions.put("a word in one of 10,000", "wort30000");
        questions.put("the beginning of many words", "wort4");
        questions.put("two letters", "wo");
        questions.put("an address", "lead4711@customer4711.example");
        questions.put("nothing", "nirgends");
        return questions;
    }

    private double[] times(Correspondence correspondence, SearchQuestion question, int limit) {
        var millis = new double[reads];
        for (int i = 0; i < reads; i++) {
            long startedNanos = System.nanoTime();
            search(correspondence, question, limit);
            millis[i] = (System.nanoTime() - startedNanos) / NANOS_PER_MS;
        }
        Arrays.sort(millis);
        return millis;
    }

    private static int search(Correspondence correspondence, SearchQuestion question, int limit) {
        return correspondence
                .search(ORGANIZATION, question, Optional.empty(), limit)
                .size();
    }

    private static double seconds(long startedNanos) {
        return (System.nanoTime() - startedNanos) / 1e9;
    }
}
