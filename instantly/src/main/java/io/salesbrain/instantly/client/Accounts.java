package io.salesbrain.instantly.client;

import java.util.Optional;

/** {@code /accounts}. */
public final class Accounts {
    private static final String ALL = "/accounts";
    private static final String ONE = "/accounts/{email}";

    private final Transport transport;

    Accounts(Transport transport) {
        this.transport = transport;
    }

    public Listing<Account> list() {
        return new Listing<>(
                "GET " + ALL,
                after ->
                        transport.send(Call.get(ALL).with("limit", Listing.PAGE).with("starting_after", after)),
                Account::of);
    }

    public Account get(String email) throws InterruptedException {
        return Account.of(transport.send(Call.get(ONE, email)));
    }

    public Account pause(String email) throws InterruptedException {
        return Account.of(transport.send(Call.repeatablePost(ONE + "/pause", Optional.empty(), email)));
    }

    public Account resume(String email) throws InterruptedException {
        return Account.of(transport.send(Call.repeatablePost(ONE + "/resume", Optional.empty(), email)));
    }
}
