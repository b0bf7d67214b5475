package io.salesbrain.scoring.hot;

/** What is kept of a lead: where it stands, and what was said of it. */
public record KnownStanding(Standing standing, Notice notice) {}
