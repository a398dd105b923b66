package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import java.util.Optional;

/// An environment compiled for many flows. Threads may share it; each has its own [FlowBatch] and [Outcomes], so that they
/// never wait for each other.
///
/// Addresses, services and names become classes once ([FlowClasses]), and what becomes of a flow depends on its classes alone.
/// They are asked in this order:
///
/// 1. [PathTables]: places in arrays, for every flow.
/// 2. What is remembered of flows with the same classes: by this thread ([Outcomes]), then by any ([OpenCases]).
/// 3. For the first flow of its classes the tables again, about each address that it may stand for ([Composition]).
/// 4. The [PathInterpreter], where the tables leave something open. It is asked about a flow of its own each time where no
///    classes tell all that the flow says. [Outcomes#interpretedFlows] counts it.
public final class FlowEngine {
    private final PathTables tables;
    private final OpenCases cases;
    private final Optional<Composition> composition;
    private final PathInterpreter interpreter;
    private final PathOptions options;

    private FlowEngine(EnginePlan plan, PathInterpreter interpreter, PathOptions options) {
        this.tables = new PathTables(plan);
        this.cases = new OpenCases(plan.space);
        this.composition = plan.isComposable()
                ? Optional.of(new Composition(tables, interpreter, options, plan.subnets(),
                        plan.hasUncertainServices()))
                : Optional.empty();
        this.interpreter = interpreter;
        this.options = options;
    }

    /// Compiles an environment.
    ///
    /// @param firewall the firewall to ask where no route tells
    public static FlowEngine compile(Environment environment, Optional<String> firewall) {
        PathOptions options = firewall.map(PathOptions.NONE::withFirewall).orElse(PathOptions.NONE);
        return new FlowEngine(EnginePlan.of(environment, firewall), new PathInterpreter(environment), options);
    }

    /// What the tables take in memory, in bytes.
    public long bytes() {
        return tables.bytes();
    }

    /// Says what becomes of every flow of a batch; [FlowBatch#outcome] gives the numbers.
    public void evaluate(FlowBatch batch, Outcomes outcomes) {
        int size = batch.size();
        tables.lookUp(batch);
        outcomes.countFlows(size);
        for (int i = 0; i < size; i++) {
            batch.outcomes[i] = batch.forms[i] == FlowBatch.IPV4 && tables.decide(batch, i)
                    ? decided(batch, i, outcomes)
                    : open(batch, i, outcomes);
        }
    }

    private int decided(FlowBatch batch, int i, Outcomes outcomes) {
        long first = batch.outbound[i];
        long second = batch.inbound[i];
        long third = (long) batch.ways[i] << Integer.SIZE | batch.rulings[i] & 0xffff_ffffL;
        long fourth = batch.legs[i];
        int known = outcomes.answers.find(first, second, third, fourth);
        if (known != KeyTable.NONE) {
            return known;
        }
        int number = outcomes.numberOf(tables.outcome(batch, i));
        outcomes.answers.put(first, second, third, fourth, number);
        return number;
    }

    private int open(FlowBatch batch, int i, Outcomes outcomes) {
        Optional<OpenCases.Case> open = cases.of(batch, i);
        if (open.isEmpty()) {
            return single(batch, i, outcomes);
        }
        OpenCases.Case own = open.get();
        int known = outcomes.cases.find(own.ends(), own.service(), own.application(), 0);
        if (known != KeyTable.NONE) {
            outcomes.countRemembered();
            return known;
        }
        Optional<Outcome> shared = cases.find(own);
        shared.ifPresent(_ -> outcomes.countRemembered());
        Outcome outcome = shared.orElseGet(() -> {
            Outcome found = find(batch, i, outcomes);
            cases.remember(own, found);
            return found;
        });
        int number = outcomes.numberOf(outcome);
        outcomes.cases.put(own.ends(), own.service(), own.application(), 0, number);
        return number;
    }

    private Outcome find(FlowBatch batch, int i, Outcomes outcomes) {
        return composition.flatMap(all -> all.of(batch, i)).orElseGet(() -> interpret(batch, i, outcomes));
    }

    private Outcome interpret(FlowBatch batch, int i, Outcomes outcomes) {
        outcomes.countInterpreted();
        return Outcome.of(interpreter.evaluate(batch.flow(i), options));
    }

    private int single(FlowBatch batch, int i, Outcomes outcomes) {
        Optional<Integer> known = outcomes.findSingle(batch.flow(i));
        if (known.isPresent()) {
            outcomes.countRemembered();
            return known.get();
        }
        int number = outcomes.numberOf(interpret(batch, i, outcomes));
        outcomes.rememberSingle(batch.flow(i), number);
        return number;
    }
}
