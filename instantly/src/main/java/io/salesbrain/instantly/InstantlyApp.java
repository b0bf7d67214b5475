package io.salesbrain.instantly;

import io.micrometer.core.instrument.MeterRegistry;
import io.salesbrain.instantly.action.Actions;
import io.salesbrain.instantly.connection.Clients;
import io.salesbrain.instantly.connection.ConnectionBook;
import io.salesbrain.instantly.connection.ConnectionConfig;
import io.salesbrain.instantly.connection.Connector;
import io.salesbrain.instantly.rule.RuleBook;
import io.salesbrain.instantly.rule.RuleDesk;
import io.salesbrain.instantly.rule.RulePace;
import io.salesbrain.instantly.sync.Inlet;
import io.salesbrain.instantly.sync.MirrorBook;
import io.salesbrain.instantly.sync.OurCounts;
import io.salesbrain.instantly.sync.RoundBook;
import io.salesbrain.instantly.sync.Rounds;
import io.salesbrain.instantly.sync.SyncDesk;
import io.salesbrain.instantly.sync.Turns;
import io.salesbrain.log.LogConfig;
import io.salesbrain.log.LogWriter;
import io.salesbrain.tenancy.DirectoryWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts that deal with Instantly's API, put together. What it is given stays the caller's. */
public final class InstantlyApp implements AutoCloseable {
    /**
     * @param every the pause between two rounds over all connected organizations; zero for none
     * @param inlet where fetched events go in
     * @param counts what we have counted so far
     * @param pace of the rules
     */
    public record Surroundings(
            LogConfig log,
            LogWriter writer,
            DirectoryWriter directory,
            Inlet inlet,
            OurCounts counts,
            MeterRegistry metrics,
            Clock clock,
            Duration every,
            RulePace pace) {
        /** With rules that act as they usually do. */
        public Surroundings(
                LogConfig log,
                LogWriter writer,
                DirectoryWriter directory,
                Inlet inlet,
                OurCounts counts,
                MeterRegistry metrics,
                Clock clock,
                Duration every) {
            this(log, writer, directory, inlet, counts, metrics, clock, every, RulePace.DEFAULT);
        }
    }

    private final Clients clients;
    private final Connector connector;
    private final SyncDesk desk;
    private final ConnectionBook connections;
    private final MirrorBook mirror;
    private final RoundBook roundBook;
    private final RuleBook rules;
    private final Turns turns;
    private final Optional<Rounds> rounds;
    private final RuleDesk ruleDesk;
    private final Actions actions;

    private InstantlyApp(ConnectionConfig config, Surroundings with) {
        this.clients = new Clients(config, with.metrics());
        this.connections = ConnectionBook.follow(with.log(), with.writer());
        this.mirror = MirrorBook.follow(with.log(), with.writer());
        this.connector = new Connector(config, connections, clients, with.directory(), with.clock());
        this.desk = new SyncDesk(connections, clients, connector, mirror, with.inlet(), with.counts(), with.clock());
        this.actions = new Actions(desk, mirror, with.clock());
        this.roundBook = RoundBook.follow(with.log(), with.writer());
        this.rules = RuleBook.follow(with.log(), with.writer(), with.clock());
        this.turns = Turns.join(with.log(), List.of(mirror.follower(), roundBook.follower(), rules.actionsFeed()));
        this.rounds = with.every().isPositive()
                ? Optional.of(Rounds.start(connections, desk, turns, roundBook, with.clock(), with.every()))
                : Optional.empty();
        this.ruleDesk = RuleDesk.start(rules, desk, turns, with.writer(), with.metrics(), with.clock(), with.pace());
    }

    /** The topics exist. */
    public static InstantlyApp start(ConnectionConfig config, Surroundings with) {
        return new InstantlyApp(config, with);
    }

    public Connector connector() {
        return connector;
    }

    public SyncDesk desk() {
        return desk;
    }

    public Actions actions() {
        return actions;
    }

    public RuleBook rules() {
        return rules;
    }

    /** What was stored is known. */
    public boolean isReady() {
        return connections.isReady() && mirror.isReady() && rules.isReady();
    }

    @Override
    public void close() {
        rounds.ifPresent(Rounds::close);
        ruleDesk.close();
        actions.close();
        turns.close();
        rules.close();
        roundBook.close();
        mirror.close();
        connections.close();
        clients.close();
    }
}
