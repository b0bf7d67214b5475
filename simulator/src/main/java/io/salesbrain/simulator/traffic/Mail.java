package io.salesbrain.simulator.traffic;

/** One e-mail to a lead. */
record Mail(Recipient lead, int step, long sentMs, int links) {
    Sign sign(Sign.Kind kind, long atMs, boolean person) {
        return new Sign(kind, lead.address(), lead.account(), step, atMs, person, lead.toldGateway());
    }
}
