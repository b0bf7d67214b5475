package io.salesbrain.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The modules are the stages of the data flow; each knows only what it may. */
class ArchitectureTest {
    private static final String KAFKA = "org.apache.kafka..";
    private static final String HTTP = "io.javalin..";
    private static final String SQL = "java.sql..";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.salesbrain");

    @Test
    void theCodeIsThere() {
        assertThat(CODE.size()).isGreaterThan(150);
    }

    @Test
    void theVocabularyKnowsNobody() {
        nothingIn("io.salesbrain.events..")
                .dependOn("io.salesbrain.log..", "io.salesbrain.ingest..", "io.salesbrain.scoring..", HTTP, SQL);
    }

    @Test
    void ingestKnowsNothingOfScoringAndTheWarehouse() {
        nothingIn("io.salesbrain.ingest..")
                .dependOn("io.salesbrain.scoring..", "io.salesbrain.clickhouse..", "io.salesbrain.query..", SQL);
    }

    @Test
    void scoringKnowsNothingOfHttpAndSql() {
        nothingIn("io.salesbrain.scoring..")
                .dependOn(HTTP, SQL, "io.salesbrain.ingest..", "io.salesbrain.clickhouse..", "io.salesbrain.query..");
    }

    @Test
    void theRulesOfALeadArePure() {
        nothingIn("io.salesbrain.scoring.lead..")
                .dependOn(KAFKA, HTTP, SQL, "java.net..", "java.nio.file..", "io.salesbrain.scoring.topology..");
    }

    @Test
    void theClassifierKnowsNothingOfKafka() {
        nothingIn("io.salesbrain.classifier..").dependOn(KAFKA, HTTP, SQL);
    }

    @Test
    void theWarehouseKnowsNothingOfRoutes() {
        nothingIn("io.salesbrain.clickhouse..")
                .dependOn(HTTP, "io.salesbrain.query..", "io.salesbrain.ingest..", "io.salesbrain.scoring..");
    }

    @Test
    void theApiDoesNotKnowHowScoresComeAbout() {
        // How a mail is read, what of it is new and what is quoted, it does know: the inbox shows just that.
        nothingIn("io.salesbrain.query..")
                .dependOn(
                        "io.salesbrain.scoring..",
                        "io.salesbrain.classifier",
                        "io.salesbrain.classifier.dates..",
                        "io.salesbrain.classifier.features..",
                        "io.salesbrain.classifier.model..",
                        "io.salesbrain.classifier.train..");
    }

    @Test
    void theSimulatorKnowsNothingOfUs() {
        nothingIn("io.salesbrain.simulator..")
                .dependOn(
                        "io.salesbrain.events..",
                        "io.salesbrain.log..",
                        "io.salesbrain.ingest..",
                        "io.salesbrain.scoring..",
                        "io.salesbrain.query..",
                        KAFKA);
    }

    @Test
    void nobodyKnowsTheComposition() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.salesbrain.standalone..", "io.salesbrain.benchmarks..", "io.salesbrain.e2e..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.salesbrain.standalone..");
        rule.check(CODE);
    }

    @Test
    void modulesFormNoCycles() {
        slices().matching("io.salesbrain.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void nobodyMakesMocksOrSleeps() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .check(CODE);
        // The engine's last resort waits for nothing but time: it ends a process that does not end by itself.
        noClasses()
                .that()
                .doNotHaveSimpleName("EngineMain")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CODE);
    }

    @Test
    void recordsOfTheVocabularyAreWhatTravels() {
        classes()
                .that()
                .resideInAPackage("io.salesbrain.events..")
                .and()
                .haveSimpleNameEndingWith("Event")
                .should()
                .beRecords()
                .check(CODE);
    }

    private static Rule nothingIn(String origin) {
        return targets -> noClasses()
                .that()
                .resideInAPackage(origin)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(targets)
                .check(CODE);
    }

    private interface Rule {
        void dependOn(String... targets);
    }
}
