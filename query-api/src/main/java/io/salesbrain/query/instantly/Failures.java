package io.salesbrain.query.instantly;

import io.salesbrain.instantly.client.InstantlyException;
import io.salesbrain.instantly.connection.KeyRing;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.query.http.ApiException;

/** What went wrong with Instantly, as our callers read it: with Instantly's own words where they help. */
final class Failures {
    static final String SAYS_NO = "There is no connection, or Instantly says no.";

    private Failures() {}

    /** Something that asks Instantly. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    static <T> T told(Work<T> work) throws InterruptedException {
        try {
            return work.run();
        } catch (InstantlyException e) {
            throw (ApiException) answer(e).initCause(e);
        } catch (KeyRing.CannotUnseal | SyncDesk.NotConnected | SyncDesk.SyncRunning e) {
            throw (ApiException)
                    ApiException.conflict(String.valueOf(e.getMessage())).initCause(e);
        }
    }

    private static ApiException answer(InstantlyException failure) {
        var message = "Instantly: " + failure.getMessage();
        return switch (failure) {
            case InstantlyException.NotFound _ -> ApiException.notFound(message);
            case InstantlyException.TooManyRequests _ -> ApiException.tooMany(message);
            case InstantlyException.Rejected _, InstantlyException.TooLarge _ ->
                ApiException.badField("instantly", message);
            case InstantlyException.Unauthorized _,
                    InstantlyException.PlanRequired _,
                    InstantlyException.ScopeMissing _,
                    InstantlyException.Conflict _ -> ApiException.conflict(message);
            case InstantlyException.ServerFailed _, InstantlyException.Unreachable _, InstantlyException.BadAnswer _ ->
                ApiException.unavailable(message);
        };
    }
}
