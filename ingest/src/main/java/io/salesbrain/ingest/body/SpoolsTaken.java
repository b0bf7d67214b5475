package io.salesbrain.ingest.body;

import java.io.IOException;

/** As many large bodies as allowed are being read already. */
public final class SpoolsTaken extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolsTaken() {
        super("as many large bodies as allowed are being read already");
    }
}
