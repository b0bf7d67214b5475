package io.salesbrain.query.live;

/**
 * Something that happened, with its number within its channel.
 *
 * @param data written as JSON only when somebody watches
 */
record LiveEvent(long number, String name, Object data) {}
