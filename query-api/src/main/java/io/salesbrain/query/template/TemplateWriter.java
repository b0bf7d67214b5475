package io.salesbrain.query.template;

import io.salesbrain.events.OrganizationId;
import io.salesbrain.log.FollowedTopic;
import io.salesbrain.query.http.ApiException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Lets organizations write templates of their own and take them back; what was written is in every later answer. */
public final class TemplateWriter<T> {
    private static final int MOST_TEMPLATES = 1_000;

    private final OwnTemplates<T> own;
    private final FollowedTopic<T> topic;
    private final Function<T, String> key;
    private final Function<T, String> id;
    /** Whether a template is new is asked and answered without another write in between. */
    private final ReentrantLock writing = new ReentrantLock();

    /**
     * @param key under which a template stands in the topic
     * @param id by which the API names it
     */
    public TemplateWriter(
            OwnTemplates<T> own, FollowedTopic<T> topic, Function<T, String> key, Function<T, String> id) {
        this.own = own;
        this.topic = topic;
        this.key = key;
        this.id = id;
    }

    /** Says whether it is new; else it took the place of one there was. */
    public boolean put(OrganizationId organization, T template) throws InterruptedException {
        writing.lockInterruptibly();
        try {
            boolean isNew = own.find(organization, key.apply(template)).isEmpty();
            if (isNew && own.of(organization).size() >= MOST_TEMPLATES) {
                throw ApiException.conflict("There are " + MOST_TEMPLATES + " templates already.");
            }
            topic.write(key.apply(template), template);
            return isNew;
        } finally {
            writing.unlock();
        }
    }

    /** Says what was taken back. */
    public T takeBack(OrganizationId organization, String wanted) throws InterruptedException {
        var template = own.of(organization).stream()
                .filter(each -> id.apply(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("There is no template " + wanted + "."));
        topic.write(key.apply(template), null);
        return template;
    }
}
