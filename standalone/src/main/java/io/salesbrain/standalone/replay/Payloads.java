package io.salesbrain.standalone.replay;

import java.io.IOException;
import java.io.OutputStream;

/** The payloads of a file one after the other, each handed on as a line. */
interface Payloads {
    /** Copies the next payload, with a line feed at its end; false where there is none. */
    boolean copyNext(OutputStream out) throws IOException;

    /** How much of the unpacked file was taken; a payload has been taken as a whole. */
    long position();
}
