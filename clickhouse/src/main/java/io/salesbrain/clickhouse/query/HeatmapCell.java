package io.salesbrain.clickhouse.query;

/**
 * Replies of one hour of the week.
 *
 * @param weekday from 1, Monday
 * @param hour 0 to 23
 * @param repliesInKnownZone those that lie here by the lead's own clock; the others by UTC
 */
public record HeatmapCell(int weekday, int hour, long replies, long positiveReplies, long repliesInKnownZone) {}
