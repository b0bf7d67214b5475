package io.salesbrain.standalone.replay;

/**
 * How a replay ended.
 *
 * @param complete whether the receiver has the file to its end; false when the replay was asked to stop
 * @param lines lines, or elements, of the file that the receiver acknowledged, in earlier runs too
 * @param resumedAfter how many of these earlier runs had done
 * @param placeName what a place in this file is called: line, element or object
 */
public record ReplaySummary(boolean complete, long lines, long resumedAfter, String placeName, Tally tally) {}
