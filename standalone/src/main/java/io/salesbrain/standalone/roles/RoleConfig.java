package io.salesbrain.standalone.roles;

import io.salesbrain.log.LogConfig;

/** What every role of a cluster is given: where it listens and which log it works with. */
public record RoleConfig(HttpSettings http, LogConfig log) {}
