package io.salesbrain.query.live;

import io.salesbrain.events.OrganizationId;
import java.time.Instant;

/** A lead that has just crossed into hot. */
record HotLead(String leadEmail, double score, double threshold, Instant at, OrganizationId organizationId) {}
