package io.salesbrain.ingest.limits;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The sender took too long over its body. */
public final class BodyTooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooSlow(@Nullable Throwable cause) {
        super("the body came too slowly", cause);
    }
}
