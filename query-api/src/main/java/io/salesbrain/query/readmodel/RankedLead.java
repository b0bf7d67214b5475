package io.salesbrain.query.readmodel;

import java.util.Comparator;

/** A lead's place: by score falling, then by e-mail. */
record RankedLead(double massLog2, String leadEmail) {
    static final Comparator<RankedLead> ORDER =
            Comparator.comparingDouble(RankedLead::massLog2).reversed().thenComparing(RankedLead::leadEmail);

    /** Before every lead with this mass. */
    static RankedLead firstWith(double massLog2) {
        return new RankedLead(massLog2, "");
    }
}
