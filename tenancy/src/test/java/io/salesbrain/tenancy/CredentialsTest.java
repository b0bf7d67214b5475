package io.salesbrain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesbrain.events.DirectoryEntry;
import io.salesbrain.events.DirectoryEntry.Scope;
import io.salesbrain.events.Json;
import io.salesbrain.events.KeyPermission;
import io.salesbrain.events.OrganizationId;
import io.salesbrain.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The life of a credential in one process, and what a second one makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsTest {
    private final Installation installation;
    private final Installation.Node node;

    CredentialsTest(@TempDir Path folder) throws InterruptedException {
        installation = new Installation(folder);
        node = installation.node();
    }

    @AfterAll
    void close() {
        node.close();
        installation.close();
    }

    private OrganizationId organization(String id) throws InterruptedException {
        return node.writer.createOrganization(new OrganizationId(id), id).organizationId();
    }

    private CreatedCredential add(OrganizationId id, Scope scope) throws InterruptedException {
        return node.writer.addCredential(id, scope, Grant.UNLIMITED);
    }

    private CredentialStatus statusOf(CredentialInfo credential) {
        return node.directory
                .credential(credential.organizationId(), credential.credentialId())
                .orElseThrow()
                .status();
    }

    @Test
    void severalAreActiveAtOnceAndRevokingOneLeavesTheOthers() throws Exception {
        var id = organization("several");
        var first = add(id, Scope.WEBHOOK);
        var second = node.writer.addCredential(id, Scope.WEBHOOK, Grant.named("  backup sender "));
        assertThat(node.opens(first.secret())).isTrue();
        assertThat(node.opens(second.secret())).isTrue();

        node.writer.revokeCredential(id, first.credential().credentialId());
        assertThat(node.opens(first.secret())).isFalse();
        assertThat(node.opens(second.secret())).isTrue();
        assertThat(statusOf(first.credential())).isEqualTo(CredentialStatus.REVOKED);
        assertThat(second.credential().name()).isEqualTo("backup sender");
        assertThat(second.credential().hint())
                .hasSize(8)
                .isEqualTo(second.secret().substring(0, 8));
        assertThat(node.directory.credentials(id)).hasSize(4);
    }

    @Test
    void neitherSecretsNorDigestsAreShown() throws Exception {
        var id = organization("shown");
        var created = add(id, Scope.ORGANIZATION);
        assertThat(node.directory.credentials(id).toString())
                .doesNotContain(created.secret())
                .doesNotContain(SecretDigest.of(created.secret()).hex());
        assertThat(created.toString()).doesNotContain(created.secret());
    }

    @Test
    void revokingTwiceChangesNothingAndTheLastOneMayGo() throws Exception {
        var id = organization("revoked");
        for (var credential : node.directory.credentials(id)) {
            node.writer.revokeCredential(id, credential.credentialId());
            var revokedAt = revokedAt(credential);
            installation.clock.advance(Duration.ofMinutes(5));
            node.writer.revokeCredential(id, credential.credentialId());
            assertThat(revokedAt(credential)).isPresent().isEqualTo(revokedAt);
        }
        assertThat(node.directory.credentials(id)).hasSize(2);
    }

    private Optional<Instant> revokedAt(CredentialInfo credential) {
        return node.directory
                .credential(credential.organizationId(), credential.credentialId())
                .flatMap(CredentialInfo::revokedAt);
    }

    @Test
    void bothWorkWhileARotationOverlapsAndOnlyTheNewOneAfter() throws Exception {
        var id = organization("rotation");
        var old = node.writer.addCredential(id, Scope.WEBHOOK, Grant.named("sender"));
        var rotated = node.writer.rotateCredential(id, old.credential().credentialId(), Duration.ofHours(24));
        var fresh = rotated.successor();
        assertThat(fresh.credential().scope()).isEqualTo(Scope.WEBHOOK);
        assertThat(fresh.credential().name()).isEqualTo("sender");
        assertThat(fresh.credential().expiresAt()).isEmpty();
        assertThat(rotated.replaced().expiresAt())
                .contains(installation.clock.instant().plus(Duration.ofHours(24)));

        installation.clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(node.opens(old.secret())).isTrue();
        assertThat(node.opens(fresh.secret())).isTrue();
        installation.clock.advance(Duration.ofMillis(1));
        assertThat(node.opens(old.secret())).isFalse();
        assertThat(node.opens(fresh.secret())).isTrue();
        assertThat(statusOf(old.credential())).isEqualTo(CredentialStatus.EXPIRED);
        assertThatThrownBy(
                        () -> node.writer.rotateCredential(id, old.credential().credentialId(), Duration.ZERO))
                .isInstanceOf(CredentialConflict.class)
                .hasMessageContaining("expired");
    }

    @Test
    void rotatingWithoutOverlapEndsTheOldOneAtOnceAndALaterRotationNeverProlongsIt() throws Exception {
        var id = organization("at-once");
        var old = add(id, Scope.WEBHOOK);
        var oldId = old.credential().credentialId();
        node.writer.rotateCredential(id, oldId, Duration.ofHours(1));
        var ends = installation.clock.instant().plus(Duration.ofHours(1));
        var again = node.writer.rotateCredential(id, oldId, DirectoryWriter.MAX_OVERLAP);
        assertThat(again.replaced().expiresAt()).contains(ends);
        node.writer.rotateCredential(id, oldId, Duration.ZERO);
        assertThat(node.opens(old.secret())).isFalse();
        assertThat(node.opens(again.successor().secret())).isTrue();
        assertThatThrownBy(() -> node.writer.rotateCredential(id, oldId, Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasGivenForATimeEndsThenAlsoAfterARotation() throws Exception {
        var id = organization("granted");
        var until = installation.clock.instant().plus(Duration.ofDays(2));
        var granted = node.writer.addCredential(
                id,
                Scope.ORGANIZATION,
                new Grant("", Optional.of(until), Set.of(KeyPermission.READ), Optional.of("m-1")));
        var rotated =
                node.writer.rotateCredential(id, granted.credential().credentialId(), DirectoryWriter.MAX_OVERLAP);
        assertThat(rotated.successor().credential().expiresAt()).contains(until);
        assertThat(rotated.replaced().expiresAt()).contains(until);
        assertThat(rotated.successor().credential().permissions()).containsExactly(KeyPermission.READ);
        assertThat(rotated.successor().credential().memberId()).contains("m-1");
        installation.clock.advance(Duration.ofDays(2));
        assertThat(node.opens(granted.secret())).isFalse();
        assertThat(node.opens(rotated.successor().secret())).isFalse();
        var past = installation.clock.instant();
        assertThatThrownBy(() -> node.writer.addCredential(
                        id, Scope.WEBHOOK, new Grant("", Optional.of(past), KeyPermission.ALL, Optional.empty())))
                .isInstanceOf(PastExpiry.class);
    }

    @Test
    void thereIsALimitOfActiveOnesForEachScope() throws Exception {
        var id = organization("limited");
        for (int i = 1; i < DirectoryWriter.MAX_ACTIVE; i++) {
            add(id, Scope.WEBHOOK);
        }
        var first = node.directory.credentials(id).stream()
                .filter(info -> info.scope() == Scope.WEBHOOK)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> add(id, Scope.WEBHOOK))
                .isInstanceOf(CredentialConflict.class)
                .hasMessage("Organization limited has 20 active webhook secrets; revoke one first.");
        assertThatThrownBy(() -> node.writer.rotateCredential(id, first.credentialId(), Duration.ofHours(1)))
                .isInstanceOf(CredentialConflict.class);
        add(id, Scope.ORGANIZATION);
        var rotated = node.writer.rotateCredential(id, first.credentialId(), Duration.ZERO);
        node.writer.revokeCredential(id, rotated.successor().credential().credentialId());
        add(id, Scope.WEBHOOK);
    }

    @Test
    void thoseThatEndedLongAgoAreForgottenAndStayClosed() throws Exception {
        var id = new OrganizationId("forgotten");
        var old = oldRecord("forgotten", "sbk_forgotten", "sbw_forgotten");
        node.log.appendAndWait(Topics.DIRECTORY, old.key(), old);
        Installation.eventually().until(() -> node.opens("sbw_forgotten"));
        // One that came with an old record cannot be forgotten: only its revocation keeps it closed.
        node.writer.revokeCredential(id, "forgotten-2");
        var secrets = new ArrayList<>(List.of("sbw_forgotten"));
        for (int i = 0; i < CredentialIssuer.MAX_ENDED + 2; i++) {
            var created = add(id, Scope.WEBHOOK);
            secrets.add(created.secret());
            node.writer.revokeCredential(id, created.credential().credentialId());
            installation.clock.advance(Duration.ofSeconds(1));
        }
        add(id, Scope.WEBHOOK);
        Installation.eventually().until(() -> node.directory.credentials(id).size() == CredentialIssuer.MAX_ENDED + 3);
        assertThat(secrets).noneMatch(node::opens);
        try (var other = installation.node()) {
            assertThat(secrets).noneMatch(other::opens);
        }
    }

    @Test
    void oneOrganizationManagesNothingOfAnother() throws Exception {
        var mine = organization("mine");
        var theirs = organization("theirs");
        var credentialId = node.directory.credentials(theirs).getFirst().credentialId();
        assertThatThrownBy(() -> node.writer.revokeCredential(mine, credentialId))
                .isInstanceOf(UnknownCredential.class);
        assertThatThrownBy(() -> node.writer.rotateCredential(mine, credentialId, Duration.ZERO))
                .isInstanceOf(UnknownCredential.class);
        assertThatThrownBy(() -> node.writer.revokeCredential(new OrganizationId("nowhere"), credentialId))
                .isInstanceOf(UnknownOrganization.class);
        assertThat(node.directory.credential(mine, credentialId)).isEmpty();
        assertThat(node.directory.credentials(mine)).hasSize(2);
    }

    @Test
    void anotherProcessAndARestartSeeTheSame() throws Exception {
        var id = organization("everywhere");
        var kept = add(id, Scope.WEBHOOK);
        var revoked = add(id, Scope.WEBHOOK);
        var rotated = add(id, Scope.ORGANIZATION);
        node.writer.revokeCredential(id, revoked.credential().credentialId());
        var successor = node.writer
                .rotateCredential(id, rotated.credential().credentialId(), Duration.ZERO)
                .successor();
        try (var other = installation.node()) {
            assertThat(other.directory.credentials(id)).isEqualTo(node.directory.credentials(id));
            assertThat(other.opens(kept.secret())).isTrue();
            assertThat(other.opens(successor.secret())).isTrue();
            assertThat(other.opens(revoked.secret())).isFalse();
            assertThat(other.opens(rotated.secret())).isFalse();

            var principal = other.directory.authenticate(kept.secret()).orElseThrow();
            assertThat(other.directory.isStillValid(principal)).isTrue();
            node.writer.revokeCredential(id, kept.credential().credentialId());
            Installation.eventually().until(() -> !other.opens(kept.secret()));
            assertThat(other.directory.isStillValid(principal)).isFalse();
        }
        assertThat(node.directory.isStillValid(new Principal.Admin())).isTrue();
    }

    /** As the first version wrote it: the credentials inside the organization's record, without name, hint and claim. */
    private static DirectoryEntry oldRecord(String id, String apiKey, String webhookSecret) throws Exception {
        var json = """
                {"kind":"organization","organization_id":"%s","name":"Old","created_at":"2026-01-01T00:00:00.000Z",
                "credentials":[
                {"credential_id":"%s-1","scope":"ORGANIZATION","sha256":"%s","created_at":"2026-01-01T00:00:00.000Z"},
                {"credential_id":"%s-2","scope":"WEBHOOK","sha256":"%s","created_at":"2026-01-01T00:00:00.000Z"}]}""".formatted(
                        id,
                        id,
                        SecretDigest.of(apiKey).hex(),
                        id,
                        SecretDigest.of(webhookSecret).hex());
        return Json.MAPPER.readValue(json, DirectoryEntry.class);
    }

    @Test
    void oldRecordsWithEmbeddedCredentialsAreReadAndManaged() throws Exception {
        var id = new OrganizationId("old-one");
        var old = oldRecord("old-one", "sbk_old", "sbw_old");
        assertThat(old.key()).isEqualTo("organization/old-one");
        node.log.appendAndWait(Topics.DIRECTORY, old.key(), old);
        Installation.eventually().until(() -> node.opens("sbk_old") && node.opens("sbw_old"));
        assertThatThrownBy(() -> node.writer.createOrganization(id, "Again")).isInstanceOf(AlreadyExists.class);

        node.writer.revokeCredential(id, "old-one-2");
        var fresh = add(id, Scope.WEBHOOK);
        assertThat(node.opens("sbw_old")).isFalse();
        assertThat(node.opens("sbk_old")).isTrue();
        assertThat(node.directory.credentials(id))
                .extracting(CredentialInfo::hint)
                .containsExactly("", "", fresh.secret().substring(0, 8));

        // Whoever writes the old record once more does not open again what was closed, nor take the new one away.
        node.log.appendAndWait(Topics.DIRECTORY, old.key(), old);
        node.writer.assignCampaign("a-later-record", id);
        assertThat(node.opens("sbw_old")).isFalse();
        assertThat(node.opens(fresh.secret())).isTrue();
        try (var other = installation.node()) {
            assertThat(other.directory.credentials(id)).isEqualTo(node.directory.credentials(id));
            assertThat(other.opens("sbw_old")).isFalse();
        }
        node.log.appendAndWait(Topics.DIRECTORY, old.key(), null);
        Installation.eventually().until(() -> node.directory.find(id).isEmpty());
        assertThat(node.opens("sbk_old")).isFalse();
        assertThat(node.opens(fresh.secret())).as("nobody's any more").isFalse();
    }

    @Test
    void ofTwoClaimsTheFirstInTheLogStands() throws Exception {
        var id = new OrganizationId("claimed");
        var now = installation.clock.instant();
        var first = new DirectoryEntry.Organization(id, "First", now, List.of(), "z");
        var second = new DirectoryEntry.Organization(id, "Second", now, List.of(), "a");
        node.log.appendAndWait(Topics.DIRECTORY, first.key(), first);
        node.log.appendAndWait(Topics.DIRECTORY, second.key(), second);
        node.writer.assignCampaign("behind-both-claims", organization("bystander"));
        assertThat(node.directory.stands(first)).isTrue();
        assertThat(node.directory.stands(second)).isFalse();
        assertThat(node.directory.find(id)).map(OrganizationInfo::name).contains("First");
        node.log.appendAndWait(Topics.DIRECTORY, second.key(), null);
        node.writer.assignCampaign("behind-the-withdrawal", id);
        assertThat(node.directory.stands(first)).isTrue();
    }

    @Test
    void aForeignWorkspaceIsOneThatIsKnownNotToBeTheSenders() throws Exception {
        var known = organization("known-workspaces");
        var unknown = organization("unknown-workspaces");
        assertThat(node.directory.isForeignWorkspace(known, "ws-1")).isFalse();
        node.writer.setWorkspaces(known, List.of("ws-2", "ws-1", "ws-1"));
        assertThat(node.directory.find(known).orElseThrow().workspaces()).containsExactly("ws-1", "ws-2");
        assertThat(node.directory.isForeignWorkspace(known, "ws-1")).isFalse();
        assertThat(node.directory.isForeignWorkspace(known, "")).isFalse();
        assertThat(node.directory.isForeignWorkspace(known, "ws-3")).isTrue();
        assertThat(node.directory.isForeignWorkspace(unknown, "ws-1")).isTrue();
        assertThat(node.directory.isForeignWorkspace(unknown, "ws-3")).isFalse();

        node.writer.setWorkspaces(unknown, List.of("ws-1"));
        assertThat(node.directory.isForeignWorkspace(unknown, "ws-1"))
                .as("shared")
                .isFalse();
        assertThat(node.directory.isForeignWorkspace(known, "ws-1")).isFalse();
        node.writer.setWorkspaces(known, List.of());
        assertThat(node.directory.isForeignWorkspace(known, "ws-1")).isTrue();
        assertThat(node.directory.isForeignWorkspace(known, "ws-2")).isFalse();
        assertThatThrownBy(() -> node.writer.setWorkspaces(known, List.of("x".repeat(257))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.writer.setWorkspaces(new OrganizationId("nowhere"), List.of()))
                .isInstanceOf(UnknownOrganization.class);
    }
}
