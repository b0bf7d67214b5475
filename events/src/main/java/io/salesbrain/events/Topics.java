package io.salesbrain.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of the installation; nothing reads, writes or creates one that is not here. */
public final class Topics {
    private static final Serde<String> TEXT = Serdes.String();

    public static final Topic<String, Event> EVENTS = log(
            "salesbrain.events.v1",
            new VerbatimSerde<>(Event.class, Event::raw, Event::withRaw),
            true,
            "Every accepted delivery, duplicates included, by subject: the record all else is computed from.");

    public static final Topic<String, Quarantined> QUARANTINE = new Topic<>(
            "salesbrain.quarantine.v1",
            TEXT,
            new JsonSerde<>(Quarantined.class),
            false,
            false,
            true,
            Optional.of(Duration.ofDays(90)),
            "Deliveries set aside with raw bytes and reason, by organization.");

    /** Kept longer than what it speaks of: Kafka drops whole segments, and this must not be the first to go. */
    public static final Topic<String, QuarantineReplayed> QUARANTINE_REPLAYS = new Topic<>(
            "salesbrain.quarantine-replays.v1",
            TEXT,
            new JsonSerde<>(QuarantineReplayed.class),
            false,
            false,
            true,
            Optional.of(Duration.ofDays(120)),
            "Which quarantined deliveries were replayed and gave events, by quarantine id.");

    public static final Topic<String, ScoredRecord> SCORED_EVENTS = log(
            "salesbrain.scored-events.v1",
            new VerbatimSerde<>(ScoredRecord.class, ScoredRecord::raw, ScoredRecord::withRaw),
            false,
            "Every distinct event exactly once, replies with the model's judgement, by subject.");

    public static final Topic<String, LeadRecord> LEAD_STATES =
            table("salesbrain.lead-states.v1", LeadRecord.class, true, "The latest state of every lead, by lead.");

    public static final Topic<String, RateRecord> RATES = table(
            "salesbrain.rates.v1",
            RateRecord.class,
            true,
            "Counts per hour of organizations, campaigns, steps and accounts, by dimension and hour.");

    /** One partition: they are few, and whoever tells people of them wants one order. */
    public static final Topic<String, HotCrossing> HOT_CROSSINGS = new Topic<>(
            "salesbrain.hot-crossings.v1",
            TEXT,
            new JsonSerde<>(HotCrossing.class),
            false,
            false,
            false,
            Optional.of(Duration.ofDays(90)),
            "Leads that have become hot, once per crossing, by lead.");

    /** Worked off within seconds; kept for a while, for whoever wants to look. */
    public static final Topic<String, BurstFeedback> BURST_FEEDBACK = new Topic<>(
            "salesbrain.burst-feedback.v1",
            TEXT,
            new JsonSerde<>(BurstFeedback.class),
            true,
            false,
            false,
            Optional.of(Duration.ofDays(30)),
            "That opens and clicks of a lead were part of a burst over several leads, by lead.");

    /** Never dropped: each is a decision of a person, and what the model is trained with next. */
    public static final Topic<String, ReplyCorrection> REPLY_CORRECTIONS = log(
            "salesbrain.reply-corrections.v1",
            new JsonSerde<>(ReplyCorrection.class),
            true,
            "What people say replies mean, by lead.");

    /** One partition: people read it as one list. */
    public static final Topic<String, AuditEntry> AUDIT = new Topic<>(
            "salesbrain.audit.v1",
            TEXT,
            new JsonSerde<>(AuditEntry.class),
            false,
            false,
            true,
            Optional.of(Duration.ofDays(400)),
            "Who changed what through the API, by organization.");

    public static final Topic<String, Cost> COSTS =
            table("salesbrain.costs.v1", Cost.class, false, "Money spent, by organization and cost id.");

    public static final Topic<String, Deal> DEALS =
            table("salesbrain.deals.v1", Deal.class, false, "Closed sales, by organization and deal id.");

    public static final Topic<String, DirectoryEntry> DIRECTORY = table(
            "salesbrain.directory.v1",
            DirectoryEntry.class,
            false,
            "Organizations, digests of their credentials and what ended these, workspaces, campaign assignments.");

    public static final Topic<String, CredentialUse> CREDENTIAL_USES = table(
            "salesbrain.credential-uses.v1",
            CredentialUse.class,
            false,
            "When each credential was last used, to the minute, by credential.");

    public static final Topic<String, DeadLetter> DEAD_LETTERS = new Topic<>(
            "salesbrain.dead-letters.v1",
            TEXT,
            new JsonSerde<>(DeadLetter.class),
            false,
            false,
            true,
            Optional.of(Duration.ofDays(90)),
            "Records that could not be stored, with what refused them, by their place in the log.");

    public static final Topic<String, FollowUp> FOLLOW_UPS = table(
            "salesbrain.follow-ups.v1",
            FollowUp.class,
            true,
            "The follow-ups of every lead, one per campaign and one after an absence, by lead and campaign.");

    public static final Topic<String, FollowUpDecision> FOLLOW_UP_DECISIONS = table(
            "salesbrain.follow-up-decisions.v1",
            FollowUpDecision.class,
            false,
            "Which follow-ups people have done or dismissed, by organization and follow-up id.");

    public static final Topic<String, FollowUpTemplate> FOLLOW_UP_TEMPLATES = table(
            "salesbrain.follow-up-templates.v1",
            FollowUpTemplate.class,
            false,
            "Organizations' own texts for follow-ups, by reason, language and campaign.");

    public static final Topic<String, OrganizationScoring> SCORE_SETTINGS = table(
            "salesbrain.score-settings.v1",
            OrganizationScoring.class,
            false,
            "Organizations' own points, half-life, hot share and hot minimum, by organization.");

    public static final Topic<String, OrganizationAlerting> ALERT_SETTINGS = table(
            "salesbrain.alert-settings.v1",
            OrganizationAlerting.class,
            false,
            "From which rates on organizations are warned, by organization.");

    public static final Topic<String, InstantlyConnection> INSTANTLY_CONNECTIONS = table(
            "salesbrain.instantly-connections.v1",
            InstantlyConnection.class,
            false,
            "How each organization reaches its Instantly workspace, the key encrypted, by organization.");

    /** Of record although Instantly could be asked again: what changed since can only be told from what was seen. */
    public static final Topic<String, InstantlyMirror> INSTANTLY_MIRROR = table(
            "salesbrain.instantly-mirror.v1",
            InstantlyMirror.class,
            false,
            "What was last seen at Instantly: campaigns, accounts, and the latest reports, by organization and thing.");

    /** As many partitions as all scaled ones: who is given a partition visits the organizations whose records lie there. */
    public static final Topic<String, InstantlyRound> INSTANTLY_ROUNDS = table(
            "salesbrain.instantly-rounds.v1",
            InstantlyRound.class,
            true,
            "When each organization's workspace was last visited in the rounds, and by which process, by organization.");

    public static final Topic<String, OrganizationRules> INSTANTLY_RULES = table(
            "salesbrain.instantly-rules.v1",
            OrganizationRules.class,
            false,
            "What organizations want paused at Instantly by itself, by organization.");

    public static final Topic<String, RuleAction> INSTANTLY_RULE_ACTIONS = table(
            "salesbrain.instantly-rule-actions.v1",
            RuleAction.class,
            false,
            "What rules did at Instantly about which alerts, by organization and action id.");

    public static final Topic<String, Alert> ALERTS = table(
            "salesbrain.alerts.v1",
            Alert.class,
            true,
            "What is wrong with accounts and campaigns, and what was, by organization and alert id.");

    public static final Topic<String, AlertDecision> ALERT_DECISIONS = table(
            "salesbrain.alert-decisions.v1",
            AlertDecision.class,
            false,
            "Which alerts people have acknowledged or muted, by organization and alert id.");

    public static final Topic<String, AlertTarget> ALERT_TARGETS = table(
            "salesbrain.alert-targets.v1",
            AlertTarget.class,
            false,
            "Where organizations want to be told of alerts, by organization and target id.");

    public static final Topic<String, InboxAct> INBOX_ACTS = table(
            "salesbrain.inbox-acts.v1",
            InboxAct.class,
            false,
            "What people did in the inbox: read, done, assigned, noted, answered, by organization, kind and thing.");

    public static final Topic<String, TeamEntry> TEAM = table(
            "salesbrain.team.v1",
            TeamEntry.class,
            false,
            "Members of sales teams and who gets new replies, by organization and thing.");

    public static final Topic<String, AnswerTemplate> ANSWER_TEMPLATES = table(
            "salesbrain.answer-templates.v1",
            AnswerTemplate.class,
            false,
            "Organizations' own texts for answers, by category, language and campaign.");

    public static final List<Topic<?, ?>> ALL = List.of(
            EVENTS,
            QUARANTINE,
            QUARANTINE_REPLAYS,
            SCORED_EVENTS,
            LEAD_STATES,
            RATES,
            HOT_CROSSINGS,
            BURST_FEEDBACK,
            REPLY_CORRECTIONS,
            AUDIT,
            COSTS,
            DEALS,
            DIRECTORY,
            CREDENTIAL_USES,
            DEAD_LETTERS,
            FOLLOW_UPS,
            FOLLOW_UP_DECISIONS,
            FOLLOW_UP_TEMPLATES,
            SCORE_SETTINGS,
            ALERT_SETTINGS,
            INSTANTLY_CONNECTIONS,
            INSTANTLY_MIRROR,
            INSTANTLY_ROUNDS,
            INSTANTLY_RULES,
            INSTANTLY_RULE_ACTIONS,
            ALERTS,
            ALERT_DECISIONS,
            ALERT_TARGETS,
            INBOX_ACTS,
            TEAM,
            ANSWER_TEMPLATES);

    private Topics() {}

    private static <V> Topic<String, V> log(String name, Serde<V> values, boolean source, String about) {
        return new Topic<>(name, TEXT, values, true, false, source, Optional.empty(), about);
    }

    private static <V> Topic<String, V> table(String name, Class<V> type, boolean computed, String about) {
        // What is computed grows with the events; what people enter is small and needs one order.
        return new Topic<>(name, TEXT, new JsonSerde<>(type), computed, true, !computed, Optional.empty(), about);
    }
}
