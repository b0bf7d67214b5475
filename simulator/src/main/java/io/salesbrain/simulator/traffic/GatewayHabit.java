package io.salesbrain.simulator.traffic;

/**
 * How one make of security gateway looks into mail.
 *
 * @param code Instantly's {@code esg_code}; 0 for a provider's own inspection, which has none
 * @param weight how common it is among gateways
 * @param scansShare of mails whose links it follows
 * @param opensShare of these, whose pictures it loads too
 * @param after the send
 * @param steady waits exactly as long each time, give or take a second
 * @param betweenLinksMs at most, from one link to the next
 * @param revisitsShare of companies whose mails of a day it visits all together in the following night
 * @param betweenMailsMs then at most, from one mail to the next
 */
public record GatewayHabit(
        int code,
        double weight,
        double scansShare,
        double opensShare,
        Delay after,
        boolean steady,
        int betweenLinksMs,
        double revisitsShare,
        int betweenMailsMs) {}
