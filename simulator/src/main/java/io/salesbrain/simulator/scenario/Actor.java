package io.salesbrain.simulator.scenario;

/** Who really caused an event: a person, a machine in the lead's mail system, or the sending platform itself. */
public enum Actor {
    PERSON,
    MACHINE,
    PLATFORM
}
