package io.salesbrain.simulator.traffic;

/**
 * How people read.
 *
 * @param readsShare of mails that a person opens
 * @param after the send, for most
 * @param promptShare of readers who have their mail before them when it comes
 * @param promptAfter the send, for these
 * @param picturesOffShare of readers whose open nobody sees
 * @param againShare of opens that are followed by another
 * @param clicksShare of readers who follow a link
 * @param clickAfter the open
 * @param secondClickShare of clicks followed by one on another link
 * @param hastyShare of second clicks that come within two seconds
 * @param repliesShare of readers who answer
 * @param wakesHour of the day in UTC
 * @param sleepsHour of the day in UTC
 */
public record PeopleHabit(
        double readsShare,
        Delay after,
        double promptShare,
        Delay promptAfter,
        double picturesOffShare,
        double againShare,
        double clicksShare,
        Delay clickAfter,
        double secondClickShare,
        double hastyShare,
        double repliesShare,
        int wakesHour,
        int sleepsHour) {}
