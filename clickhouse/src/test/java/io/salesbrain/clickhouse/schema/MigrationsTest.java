package io.salesbrain.clickhouse.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.clickhouse.SharedEngine;
import io.salesbrain.clickhouse.Warehouse;
import io.salesbrain.clickhouse.WarehouseConfig;
import io.salesbrain.clickhouse.engine.EmbeddedEngine;
import io.salesbrain.clickhouse.engine.EngineConfig;
import io.salesbrain.clickhouse.engine.EngineEndpoint;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final Migration FIRST = Migration.ofFile("001_leads.sql", """
            -- People contacted; one row each.
            CREATE TABLE IF NOT EXISTS leads (email String, note String DEFAULT ';') ENGINE = MergeTree ORDER BY email;
            CREATE VIEW IF NOT EXISTS one_lead AS SELECT * FROM leads WHERE email = {email:String};
            """);
    private static final Migration SECOND =
            Migration.ofFile("002_score.sql", "ALTER TABLE leads ADD COLUMN IF NOT EXISTS score Float64;");

    @Test
    void appliesEachFileOnceAndRemembersIt() {
        try (Warehouse warehouse = SharedEngine.warehouse()) {
            assertThat(new Migrations(List.of(FIRST)).apply(warehouse)).isEqualTo(1);
            assertThat(new Migrations(List.of(SECOND, FIRST)).apply(warehouse)).isEqualTo(1);
            assertThat(new Migrations(List.of(FIRST, SECOND)).apply(warehouse)).isZero();

            warehouse.execute("INSERT INTO leads (email, score) VALUES ('ada@example.com', 2)", Map.of());
            assertThat(warehouse.query(
                            "SELECT note FROM one_lead(email = {email:String})",
                            Map.of("email", "ada@example.com"),
                            row -> row.string("note")))
                    .containsExactly(";");
        }
    }

    @Test
    void makesTheDatabase() {
        EngineEndpoint endpoint = SharedEngine.engine().endpoint();
        try (Warehouse warehouse = new Warehouse(WarehouseConfig.of(endpoint, "made_by_migrations"))) {
            assertThat(new Migrations(List.of(FIRST)).apply(warehouse)).isEqualTo(1);
        }
    }

    @Test
    void stopsWhenAnAppliedFileHasChanged() {
        Migration changed = new Migration(FIRST.number(), FIRST.name(), FIRST.sql() + "-- one word more\n");
        try (Warehouse warehouse = SharedEngine.warehouse()) {
            new Migrations(List.of(FIRST)).apply(warehouse);
            assertThatThrownBy(() -> new Migrations(List.of(changed)).apply(warehouse))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("001_leads.sql has changed");
            assertThat(new Migrations(List.of(FIRST)).apply(warehouse)).isZero();
        }
    }

    @Test
    void namesTheStatementThatFailsAndRunsTheFileAgain() {
        Migration broken = new Migration(2, "score", "ALTER TABLE leads ADD COLUMN IF NOT EXISTS a UInt8; SELEC 1;");
        try (Warehouse warehouse = SharedEngine.warehouse()) {
            assertThatThrownBy(() -> new Migrations(List.of(FIRST, broken)).apply(warehouse))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("002_score.sql failed at its statement 2 of 2");
            assertThat(new Migrations(List.of(FIRST, SECOND)).apply(warehouse)).isEqualTo(1);
        }
    }

    @Test
    void letsOneProcessMigrateAtATime() throws Exception {
        try (Warehouse warehouse = SharedEngine.warehouse();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> migrate = () -> new Migrations(List.of(FIRST, SECOND)).apply(warehouse);
            List<Future<Integer>> counts = threads.invokeAll(List.of(migrate, migrate, migrate, migrate));
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            assertThat(sum).isEqualTo(2);
        }
    }

    @Test
    void takesOverALockThatItsHolderLeftBehind(@TempDir Path folder) {
        EngineConfig config = EngineConfig.at(folder);
        try (EmbeddedEngine engine = EmbeddedEngine.start(config);
                Warehouse warehouse = new Warehouse(WarehouseConfig.of(engine.endpoint(), "default"))) {
            MigrationLock left = MigrationLock.take(warehouse);
            left.renew();
        }
        try (EmbeddedEngine engine = EmbeddedEngine.start(config);
                Warehouse warehouse = new Warehouse(WarehouseConfig.of(engine.endpoint(), "default"))) {
            assertThat(new Migrations(List.of(FIRST)).apply(warehouse)).isEqualTo(1);
        }
    }

    @Test
    void waitsForTheHolderOfTheLock() throws Exception {
        try (Warehouse warehouse = SharedEngine.warehouse();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            warehouse.execute("CREATE TABLE seen (what String) ENGINE = Log", Map.of());
            Migration marks = new Migration(1, "marks", "INSERT INTO seen SELECT 'migration'");
            Future<Integer> waiting;
            try (MigrationLock lock = MigrationLock.take(warehouse)) {
                waiting = threads.submit(() -> new Migrations(List.of(marks)).apply(warehouse));
                assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
                lock.renew();
                warehouse.execute("INSERT INTO seen SELECT 'holder'", Map.of());
            }
            assertThat(waiting.get()).isEqualTo(1);
            assertThat(warehouse.query("SELECT what FROM seen", Map.of(), row -> row.string("what")))
                    .containsExactly("holder", "migration");
        }
    }

    @Test
    void refusesTwoFilesOfOneNumberAndOddNames() {
        Migration other = new Migration(1, "other", "SELECT 1");
        assertThatThrownBy(() -> new Migrations(List.of(FIRST, other)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("same number");
        assertThatThrownBy(() -> Migration.ofFile("1_x.sql", "")).isInstanceOf(MigrationException.class);
    }

    @Test
    void printsTheWholeSchemaInOrder() {
        assertThat(new Migrations(List.of(SECOND, FIRST)).printable())
                .startsWith("-- 001_leads.sql\n-- People contacted; one row each.\nCREATE TABLE")
                .contains("\n\n-- 002_score.sql\nALTER TABLE")
                .endsWith("Float64;\n");
    }

    @Test
    void findsFilesInAFolderAndInAJar(@TempDir Path folder) throws IOException {
        Path schema = Files.createDirectories(folder.resolve("classes/schema"));
        Files.writeString(schema.resolve("002_b.sql"), "SELECT 2");
        Files.writeString(schema.resolve("001_a.sql"), "SELECT 1");
        Files.writeString(schema.resolve("README.md"), "not a migration");
        Path jar = folder.resolve("schema.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("schema/"));
            out.putNextEntry(new JarEntry("schema/003_c.sql"));
            out.write('x');
        }
        URL[] places = {folder.resolve("classes").toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(places, null)) {
            assertThat(MigrationFiles.find(loader, "schema"))
                    .extracting(Migration::fileName)
                    .containsExactly("001_a.sql", "002_b.sql", "003_c.sql");
        }
    }
}
