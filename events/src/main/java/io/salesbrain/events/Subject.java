package io.salesbrain.events;

/** Whom or what an event concerns; everything about one subject lies in order in one partition of the log. */
public sealed interface Subject {
    record Lead(String email) implements Subject {}

    record Campaign(String id) implements Subject {}

    record Account(String email) implements Subject {}

    /** A custom event that names no lead. */
    record Organization() implements Subject {}

    /** The key under which events of this subject lie in the log; an organization id holds no slash. */
    default String logKey(OrganizationId organization) {
        return switch (this) {
            case Lead(var email) -> organization + "/lead/" + email;
            case Campaign(var id) -> organization + "/campaign/" + id;
            case Account(var email) -> organization + "/account/" + email;
            case Organization() -> organization + "/organization";
        };
    }
}
