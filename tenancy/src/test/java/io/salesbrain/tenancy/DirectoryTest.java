package io.salesbrain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.broker.EmbeddedKafka;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.log.TopicCreator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADMIN_SECRET = "an invented admin key";

    private final EmbeddedKafka kafka;
    private final LogConfig config;
    private final LogWriter log;
    private final Directory directory;
    private final DirectoryWriter writer;

    DirectoryTest(@TempDir Path folder) throws InterruptedException {
        kafka = EmbeddedKafka.start(folder, 0);
        config = new LogConfig(kafka.bootstrapServers(), 1, 1);
        TopicCreator.ensure(config, List.of(Topics.DIRECTORY));
        log = new LogWriter(config, "directory-test");
        directory = Directory.start(config, AdminKey.of(ADMIN_SECRET));
        writer = new DirectoryWriter(directory, log, Clock.systemUTC());
    }

    @BeforeAll
    void awaitReady() throws InterruptedException {
        directory.awaitReady(PATIENCE);
    }

    @AfterAll
    void close() {
        directory.close();
        log.close();
        kafka.close();
    }

    @Test
    void givesEachSecretItsOwnScope() throws Exception {
        var id = new OrganizationId("scopes");
        var created = writer.createOrganization(id, "  Scopes Ltd ");

        assertThat(created.name()).isEqualTo("Scopes Ltd");
        assertThat(created.apiKey()).matches("sbk_[A-Za-z0-9_-]{43}");
        assertThat(created.webhookSecret()).matches("sbw_[A-Za-z0-9_-]{43}");
        assertThat(directory.authenticate(created.apiKey()))
                .hasValueSatisfying(principal -> assertThat(principal)
                        .isInstanceOfSatisfying(
                                Principal.OrganizationKey.class,
                                key -> assertThat(key.organizationId()).isEqualTo(id)));
        assertThat(directory.authenticate(created.webhookSecret()))
                .hasValueSatisfying(principal -> assertThat(principal)
                        .isInstanceOfSatisfying(
                                Principal.WebhookSecret.class,
                                secret -> assertThat(secret.organizationId()).isEqualTo(id)));
    }

    @Test
    void knowsTheAdminAndNobodyElse() {
        assertThat(directory.authenticate(ADMIN_SECRET)).contains(new Principal.Admin());
        assertThat(directory.authenticate(ADMIN_SECRET + " ")).isEmpty();
        assertThat(directory.authenticate("")).isEmpty();
        assertThat(directory.authenticate("sbw_unknown")).isEmpty();
    }

    @Test
    void keepsOnlyDigestsAndHidesSecretsFromLogs() throws Exception {
        var created = writer.createOrganization(new OrganizationId("digests"), "Digests");
        assertThat(created.toString()).doesNotContain(created.apiKey()).doesNotContain(created.webhookSecret());
        assertThat(AdminKey.of(ADMIN_SECRET).toString()).doesNotContain(ADMIN_SECRET);
        assertThat(SecretDigest.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aBlankAdminKeyOpensNothing() {
        for (var bad : List.of("", "  ", " key", "key\n")) {
            assertThatThrownBy(() -> AdminKey.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesATakenId() throws Exception {
        var id = new OrganizationId("taken");
        var first = writer.createOrganization(id, "First");
        assertThatThrownBy(() -> writer.createOrganization(id, "Second")).isInstanceOf(AlreadyExists.class);
        assertThat(directory.find(id)).map(OrganizationInfo::name).contains("First");
        assertThat(directory.authenticate(first.apiKey())).isPresent();
    }

    @Test
    void ofManyWhoCreateTheSameIdAtOnceOneSucceeds() throws Exception {
        var id = new OrganizationId("contended");
        Callable<CreatedOrganization> create = () -> writer.createOrganization(id, "Contended");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var outcomes = threads.invokeAll(List.of(create, create, create, create, create, create, create, create));
            assertThat(outcomes.stream().filter(DirectoryTest::succeeded)).hasSize(1);
        }
    }

    private static boolean succeeded(Future<CreatedOrganization> outcome) {
        try {
            outcome.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(AlreadyExists.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this test", e);
        }
    }

    @Test
    void refusesNamesThatAreBlankOrEndless() {
        var id = new OrganizationId("nameless");
        assertThatThrownBy(() -> writer.createOrganization(id, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.createOrganization(id, "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(directory.find(id)).isEmpty();
    }

    @Test
    void anAssignedCampaignBelongsToItsOrganizationWhoeverDelivers() throws Exception {
        var agency = new OrganizationId("agency");
        var client = new OrganizationId("client");
        writer.createOrganization(agency, "Agency");
        writer.createOrganization(client, "Client");

        assertThat(directory.ownerOf(agency, "shared-campaign")).isEqualTo(agency);
        writer.assignCampaign("shared-campaign", client);
        assertThat(directory.ownerOf(agency, "shared-campaign")).isEqualTo(client);
        assertThat(directory.ownerOf(agency, "other-campaign")).isEqualTo(agency);
        writer.assignCampaign("shared-campaign", agency);
        assertThat(directory.ownerOf(agency, "shared-campaign")).isEqualTo(agency);
    }

    @Test
    void assignsOnlyToOrganizationsThatExist() {
        assertThatThrownBy(() -> writer.assignCampaign("any", new OrganizationId("nobody")))
                .isInstanceOf(UnknownOrganization.class)
                .hasMessage("There is no organization nobody.");
        assertThatThrownBy(() -> writer.assignCampaign("", new OrganizationId("nobody")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherDirectoryReadsTheSame() throws Exception {
        var created = writer.createOrganization(new OrganizationId("seen-twice"), "Seen Twice");
        writer.assignCampaign("seen-campaign", created.organizationId());
        try (var other = Directory.start(config)) {
            other.awaitReady(PATIENCE);
            assertThat(other.isReady()).isTrue();
            assertThat(other.authenticate(created.webhookSecret())).isPresent();
            assertThat(other.authenticate(ADMIN_SECRET)).isEmpty();
            assertThat(other.list())
                    .isEqualTo(directory.list())
                    .contains(other.find(created.organizationId()).orElseThrow());
            assertThat(other.ownerOf(new OrganizationId("any"), "seen-campaign"))
                    .isEqualTo(created.organizationId());
        }
    }

    @Test
    void followsWhatIsTakenBack() throws Exception {
        var id = new OrganizationId("taken-back");
        var created = writer.createOrganization(id, "Taken Back");
        writer.assignCampaign("released", id);
        writer.setWorkspaces(id, List.of("taken-back-workspace"));
        log.appendAndWait(Topics.DIRECTORY, "assignment/released", null);
        log.appendAndWait(Topics.DIRECTORY, "workspaces/taken-back", null);
        Awaitility.await()
                .until(() ->
                        !directory.ownerOf(new OrganizationId("x"), "released").equals(id));
        Awaitility.await()
                .until(() -> directory.find(id).orElseThrow().workspaces().isEmpty());

        log.appendAndWait(
                Topics.DIRECTORY,
                "credential/" + directory.credentials(id).getFirst().credentialId(),
                null);
        Awaitility.await().until(() -> directory.credentials(id).size() == 1);
        assertThat(directory.authenticate(created.apiKey())).isEmpty();
        assertThat(directory.authenticate(created.webhookSecret())).isPresent();
    }
}
