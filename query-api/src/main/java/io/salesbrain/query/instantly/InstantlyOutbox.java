package io.salesbrain.query.instantly;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.instantly.InstantlyApp;
import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.client.ReplyDraft;
import io.salesbrain.query.http.ApiException;
import io.salesbrain.query.inbox.Outbox;

/** Answers go out through the organization's connection. */
public final class InstantlyOutbox implements Outbox {
    private final InstantlyApp instantly;

    public InstantlyOutbox(InstantlyApp instantly) {
        this.instantly = instantly;
    }

    @Override
    public boolean canSend(OrganizationId organization) {
        return instantly.desk().isConnected(organization);
    }

    @Override
    public String send(OrganizationId organization, Draft draft) throws InterruptedException {
        try {
            return Failures.told(() -> instantly
                    .actions()
                    .reply(
                            organization,
                            new ReplyDraft(draft.replyTo(), draft.account(), draft.subject(), draft.text()))
                    .id());
        } catch (ApiException e) {
            throw isCertain(e) ? new RefusedException(e) : e;
        }
    }

    /** Whether the answer, or its failing to come, says that nothing was sent. */
    private static boolean isCertain(ApiException failure) {
        return switch (failure.getCause()) {
            case InstantlyException.ServerFailed _, InstantlyException.Unreachable _, InstantlyException.BadAnswer _ ->
                false;
            case null, default -> true;
        };
    }
}
