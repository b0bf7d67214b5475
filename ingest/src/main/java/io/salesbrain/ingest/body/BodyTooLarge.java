package io.salesbrain.ingest.body;

import java.io.IOException;

/** The whole body is longer than this installation takes. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge(long maxBytes) {
        super("the body is longer than " + maxBytes + " bytes");
    }
}
