package dev.sekisho.simulator.replay;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcome;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import dev.sekisho.simulator.log.LogLine;
import dev.sekisho.simulator.log.LogReading;
import dev.sekisho.simulator.log.LoggedLine;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The work of one thread: flows are gathered until a batch is full, evaluated, and counted.
///
/// Belongs to one thread.
public final class ReplayPart {
    private static final int BATCH = 2048;

    private final Side before;
    private final Optional<Side> after;
    private final boolean rules;
    private final List<LoggedFlow> waiting = new ArrayList<>(BATCH);
    private final ReplayTally tally = new ReplayTally();

    /// An engine with what one thread needs of it.
    private static final class Side {
        private final FlowEngine engine;
        private final FlowBatch batch = new FlowBatch(BATCH);
        private final Outcomes outcomes = new Outcomes();

        Side(FlowEngine engine) {
            this.engine = engine;
        }

        void evaluate(List<LoggedFlow> logged) {
            batch.clear();
            logged.forEach(one -> batch.add(one.flow()));
            engine.evaluate(batch, outcomes);
        }

        Outcome outcome(int place) {
            return outcomes.get(batch.outcome(place));
        }
    }

    ReplayPart(FlowEngine before, Optional<FlowEngine> after, boolean rules) {
        this.before = new Side(before);
        this.after = after.map(Side::new);
        this.rules = rules;
    }

    /// Takes a line of a log in.
    public void add(LoggedLine line) {
        switch (line.reading()) {
            case LogLine read -> {
                switch (LoggedFlows.of(read, line.at())) {
                    case LoggedFlows.Found.One(LoggedFlow flow) -> waiting.add(flow);
                    case LoggedFlows.Found.Nothing(String what) -> tally.passOver(what, line.at());
                }
            }
            case LogReading.Refused(String reason) -> tally.refuse(reason, line.at());
            case LogReading.PassedOver(String what) -> tally.passOver(what, line.at());
        }
        if (waiting.size() == BATCH) {
            count();
        }
    }

    /// Ends the work and returns what came of it.
    public ReplayTally finish() {
        count();
        return tally;
    }

    private void count() {
        before.evaluate(waiting);
        after.ifPresent(side -> side.evaluate(waiting));
        for (int i = 0; i < waiting.size(); i++) {
            LoggedFlow logged = waiting.get(i);
            Outcome first = before.outcome(i);
            if (after.isPresent()) {
                compare(logged, first, after.get().outcome(i));
            } else {
                compare(logged, first);
            }
        }
        waiting.clear();
    }

    /// Compares two environments.
    private void compare(LoggedFlow logged, Outcome first, Outcome second) {
        tally.flow(logged, second);
        if (second.result() == PathResult.UNKNOWN) {
            tally.countUnknown(logged);
        }
        if (first.result() != second.result() || rules && !first.by().equals(second.by())) {
            tally.change(key(logged.flow(), first.result().text(), first.by(), second), logged);
        }
    }

    /// Compares an environment with what the log says.
    private void compare(LoggedFlow logged, Outcome outcome) {
        tally.flow(logged, outcome);
        switch (logged.said().compare(outcome)) {
            case YES -> {
                if (rules && !logged.by().isEmpty() && !outcome.by().endsWith(logged.by())) {
                    tally.change(key(logged.flow(), logged.said().text(), logged.by(), outcome), logged);
                }
            }
            case NO -> tally.change(key(logged.flow(), logged.said().text(), logged.by(), outcome), logged);
            case UNKNOWN -> tally.countUnknown(logged);
        }
    }

    private static ReplayedChange.Key key(Flow flow, String before, String beforeBy, Outcome after) {
        String protocol = flow.application().map(ApplicationData::protocol).map(ApplicationData.Protocol::text)
                .orElseGet(() -> flow.protocol().toString().toLowerCase(Locale.ROOT));
        return new ReplayedChange.Key(
                flow.destinationName().or(() -> flow.destination().map(IpAddress::toString)).orElse(""), protocol,
                before, beforeBy, after.result().text(), after.by());
    }
}
