package io.salesbrain.simulator.world;

/** What inspects a company's mail before people see it; the code is Instantly's {@code esg_code}. */
public enum SecurityGateway {
    NONE(0),
    BARRACUDA(1),
    MIMECAST(2),
    PROOFPOINT(3),
    CISCO(4);

    private final int code;

    SecurityGateway(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
