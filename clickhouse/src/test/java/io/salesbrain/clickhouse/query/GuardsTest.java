package io.salesbrain.clickhouse.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesbrain.testkit.guard.GuardCheck;
import io.salesbrain.testkit.guard.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each condition that holds a question to one organization is missed by a test once it is gone. A run takes away one of
 * them, by seed; {@code -Dsalesbrain.guards=100} all, one after another.
 */
class GuardsTest {
    private static final Path MODULE = Path.of(System.getProperty("salesbrain.home", ".."), "clickhouse");
    /** That a lead has a deal at all is asked to spare work; whose deals they are is asked again where they are joined. */
    private static final String GUARD =
            "(?<!SELECT lead_email FROM deals )WHERE organization_id = \\{organization_id:String\\}";

    private static final String INSTEAD = "WHERE {organization_id:String} != ''";
    private static final List<Class<?>> TESTS = List.of(KeyRangeTest.class, ApartTest.class);

    /** What earlier migrations define is defined anew by later ones. */
    private static final List<String> SOURCES = List.of(
            "resources/schema/009_attribution.sql",
            "resources/schema/010_overviews.sql",
            "java/io/salesbrain/clickhouse/query/CampaignNames.java",
            "java/io/salesbrain/clickhouse/query/Correspondence.java",
            "java/io/salesbrain/clickhouse/query/LedgerTable.java",
            "java/io/salesbrain/clickhouse/query/Letters.java",
            "java/io/salesbrain/clickhouse/query/Messages.java",
            "java/io/salesbrain/clickhouse/query/RoiQuery.java");

    @TempDir
    private Path folder;

    @Test
    void isMissedOnceItIsGone() throws Exception {
        var guards = guards();
        assertThat(guards).hasSizeGreaterThan(20);
        var check = new GuardCheck(MODULE, folder);
        int most = Integer.getInteger("salesbrain.guards", 1);
        if (most > 1) {
            // In a run of all tests they pass beside this one.
            assertThat(check.passesAsItIs(TESTS)).isTrue();
        }
        long seed = Long.getLong("salesbrain.guards.seed", System.nanoTime());
        Collections.shuffle(guards, new Random(seed));
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

    private static List<Removal> guards() throws IOException {
        var guards = new ArrayList<Removal>();
        for (var source : SOURCES) {
            var text = Files.readString(MODULE.resolve("src/main").resolve(source));
            long places = Pattern.compile(GUARD).matcher(text).results().count();
            assertThat(places).as(source).isPositive();
            for (int place = 1; place <= places; place++) {
                guards.add(removal(source, place));
            }
        }
        return guards;
    }

    /** @param place which one of the source, from 1 */
    private static Removal removal(String source, int place) {
        var before = "\\A((?:.*?" + GUARD + "){" + (place - 1) + "}.*?)";
        return new Removal(
                "condition " + place + " of " + source,
                Path.of(source),
                Pattern.compile(before + GUARD, Pattern.DOTALL),
                "$1" + INSTEAD,
                TESTS);
    }
}
