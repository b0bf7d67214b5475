package io.salesbrain.query.inbox;

/** What watchers are told of a thread that changed; who wants more asks for it. */
public record ThreadNews(String threadId, String leadEmail, Folder folder, boolean unread) {
    public static ThreadNews of(InboxThread thread) {
        return new ThreadNews(thread.threadId(), thread.leadEmail(), thread.folder(), thread.unread());
    }
}
