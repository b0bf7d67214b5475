package io.salesbrain.query.inbox;

import io.salesbrain.query.api.Says;

/** How much a folder holds. */
@Says("How much a folder holds.")
public record FolderCount(
        @Says("Conversations.") int threads,
        @Says("Those with a reply nobody has read.") int unread) {
    static final FolderCount NONE = new FolderCount(0, 0);

    static FolderCount of(InboxThread thread) {
        return new FolderCount(1, thread.unread() ? 1 : 0);
    }

    FolderCount plus(FolderCount other) {
        return new FolderCount(threads + other.threads, unread + other.unread);
    }
}
