package io.salesbrain.query.api;

import io.javalin.router.EndpointMetadata;

/** What a registered route carries with it. */
public record Described(Door door, Operation operation) implements EndpointMetadata {}
