package io.salesbrain.query.inbox;

import io.salesbrain.events.AnswerTemplate;
import io.salesbrain.events.InboxAct;
import io.salesbrain.events.ReplyCorrection;
import io.salesbrain.events.TeamEntry;
import io.salesbrain.events.Topics;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.TopicFollower;
import io.salesbrain.query.team.TeamBook;
import java.util.LinkedHashMap;
import java.util.Map;

/** What keeps people's part of the inbox up to date, each topic on a thread of its own; leads' states come otherwise. */
public record InboxFeed(
        TopicFollower<String, InboxAct> acts,
        TopicFollower<String, ReplyCorrection> corrections,
        TopicFollower<String, TeamEntry> team,
        TopicFollower<String, AnswerTemplate> templates)
        implements AutoCloseable {

    public static InboxFeed follow(LogConfig log, InboxIndex index, TeamBook team, AnswerTemplates templates) {
        return new InboxFeed(
                TopicFollower.fromStart(log, Topics.INBOX_ACTS, (_, _, key, act) -> index.act(key, act)),
                TopicFollower.fromStart(
                        log, Topics.REPLY_CORRECTIONS, (_, _, _, correction) -> index.correct(correction)),
                TopicFollower.fromStart(log, Topics.TEAM, (_, _, key, entry) -> team.accept(key, entry)),
                TopicFollower.fromStart(
                        log,
                        Topics.ANSWER_TEMPLATES,
                        (_, _, key, template) -> templates.own().accept(key, template)));
    }

    /** How much of each topic has been read, by component. */
    public Map<String, TopicFollower<?, ?>> components() {
        var components = new LinkedHashMap<String, TopicFollower<?, ?>>();
        components.put("inbox_acts", acts);
        components.put("reply_corrections", corrections);
        components.put("team", team);
        components.put("answer_templates", templates);
        return components;
    }

    @Override
    public void close() {
        acts.close();
        corrections.close();
        team.close();
        templates.close();
    }
}
