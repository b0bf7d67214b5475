package io.salesbrain.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.query.api.ApartTest;
import io.salesbrain.testkit.guard.GuardCheck;
import io.salesbrain.testkit.guard.Removal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each guard that keeps organizations apart is missed by a test once it is gone. A run takes away one of them, by seed;
 * {@code -Dsalesbrain.guards=100} all, one after another.
 */
final class GuardsTest {
    private static final Path MODULE = Path.of(System.getProperty("salesbrain.home", ".."), "query-api");
    private static final Path QUERY = Path.of("java/io/salesbrain/query");
    private static final String ONE_FOR_ALL = "$1(new OrganizationId(\"one-for-all\")";

    private static final List<Removal> GUARDS = List.of(
            gate("a key is needed", "\\.orElseThrow\\(ApiException::unauthorized\\)", ".orElse(new Principal.Admin())"),
            gate(
                    "an organization key opens its own organization only",
                    "if \\(asked\\.isPresent\\(\\) && .*\\{\\s+throw .*;\\s+}\\s+return own;",
                    "return asked.map(OrganizationId::new).orElse(own);"),
            gate(
                    "a webhook secret is no key of the API",
                    "case Principal\\.WebhookSecret _ -> throw webhookSecret\\(\\);",
                    "case Principal.WebhookSecret secret -> secret.organizationId();"),
            gate(
                    "administration needs the admin key",
                    "if \\(!\\(principal instanceof Principal\\.Admin\\)\\)",
                    "if (principal == null)"),
            gate(
                    "the admin says whose data is meant, and it exists",
                    "if \\(directory\\.find\\(organization\\)\\.isEmpty\\(\\)\\)",
                    "if (organization == null)"),
            new Removal(
                    "a key may do what it is made for only",
                    QUERY.resolve("http/Gate.java"),
                    Pattern.compile("if \\(!key\\.permissions\\(\\)\\.contains\\(needed\\)\\)"),
                    "if (needed == null)",
                    List.of(PermissionsApiTest.class)),
            new Removal(
                    "what a live stream shows is the organization's",
                    QUERY.resolve("live/LiveHub.java"),
                    Pattern.compile("(computeIfAbsent)\\(organization"),
                    "computeIfAbsent(new OrganizationId(\"one-for-all\")",
                    List.of(LiveApiTest.class)),
            index("leads", "readmodel/LeadIndex.java"),
            index("rates", "readmodel/RateIndex.java"),
            index("follow-ups", "readmodel/FollowUpIndex.java"),
            index("alerts", "readmodel/AlertIndex.java"),
            index("conversations", "inbox/InboxIndex.java"),
            index("costs and deals", "ledger/LedgerIndex.java"));

    @TempDir
    private Path folder;

    private static Removal gate(String name, String guard, String instead) {
        return new Removal(
                name,
                QUERY.resolve("http/Gate.java"),
                Pattern.compile(guard),
                instead,
                List.of(ApartTest.class, TenancyMatrixTest.class));
    }

    /** Where each organization's state lies in a place of its own, all share one. */
    private static Removal index(String what, String file) {
        return new Removal(
                what + " are kept by organization",
                QUERY.resolve(file),
                Pattern.compile(
                        "(computeIfAbsent|organizations\\.get|getOrDefault)\\((?:organization|owner|entry\\.organizationId\\(\\)|parsed\\.organizationId\\(\\))(?=[,)])"),
                ONE_FOR_ALL,
                List.of(ApartTest.class));
    }

    @Test
    void isMissedOnceItIsGone() throws Exception {
        var check = new GuardCheck(MODULE, folder);
        long seed = Long.getLong("salesbrain.guards.seed", System.nanoTime());
        var guards = new ArrayList<>(GUARDS);
        Collections.shuffle(guards, new Random(seed));
        int most = Integer.getInteger("salesbrain.guards", 1);
        if (most > 1) {
            // In a run of all tests they pass beside this one.
            assertThat(check.passesAsItIs(allTests())).isTrue();
        }
        var unnoticed = new ArrayList<Removal>();
        for (var guard : guards.subList(0, Math.min(guards.size(), most))) {
            boolean noticed = check.isNoticed(guard);
            System.out.println((noticed ? "missed by a test: " : "missed by nobody: ") + guard);
            if (!noticed) {
                unnoticed.add(guard);
            }
        }
        assertThat(unnoticed).as("with -Dsalesbrain.guards.seed=" + seed).isEmpty();
    }

    private static List<Class<?>> allTests() {
        return GUARDS.stream()
                .<Class<?>>flatMap(guard -> guard.tests().stream())
                .distinct()
                .toList();
    }
}
