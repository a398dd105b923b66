package dev.sekisho.simulator.compiled.clause;

import dev.sekisho.simulator.compiled.rules.FirstMatch;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import dev.sekisho.simulator.compiled.rules.table.Cube;
import java.util.List;
import java.util.function.Function;

/// A list of rules compiled over the classes that all lists of the engine share: `decisions[c]` is what clause `c` of
/// [Clauses] decides, and `clauses` finds the first one that matches.
public final class RuleTable {
    /// No rule matches.
    public static final int NONE = -1;

    private final FirstMatch clauses;
    private final int[] decisions;

    private RuleTable(FirstMatch clauses, int[] decisions) {
        this.clauses = clauses;
        this.decisions = decisions;
    }

    /// Compiles rules.
    ///
    /// @param classes the classes of a destination as clauses write it
    public static <D> RuleTable compile(Clauses<D> rules, FlowClasses space, Function<D, ClassSet> classes,
            ClassCounts counts, boolean application) {
        List<Cube> cubes = rules.all().stream().map(clause -> new Cube(space.sources().members(clause.sources()),
                classes.apply(clause.destinations()),
                application ? space.applications().members(clause.service()) : space.services()
                        .members(clause.service())))
                .toList();
        return new RuleTable(FirstMatch.compile(counts, cubes, FirstMatch.USUAL_BYTES),
                rules.all().stream().mapToInt(Clauses.Clause::decision).toArray());
    }

    /// What the first rule that matches decides, [#NONE] or [Clauses#DEFER].
    public int decide(int source, int destination, int service) {
        int clause = clauses.lookup(source, destination, service);
        return clause == FirstMatch.NO_RULE ? NONE : decisions[clause];
    }

    /// What it takes in memory, in bytes.
    public long bytes() {
        return clauses.bytes() + (long) decisions.length * Integer.BYTES;
    }
}
