package io.salesbrain.standalone.commands;

import io.salesbrain.standalone.roles.ClusterRoles;
import java.util.function.Consumer;

/** What a role says when it is up. */
final class Greeting {
    private Greeting() {}

    static Consumer<ClusterRoles.Running> of(String role) {
        return running -> System.out.println("Salesbrain " + role + " is up on port " + running.port() + ".");
    }
}
