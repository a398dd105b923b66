package dev.sekisho.cli.simulate;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many flows had which result, and which lines were no flows.
public final class Tally {
    private static final int SHOWN = 20;

    private final Map<PathResult, Long> results = new EnumMap<>(PathResult.class);
    private final List<Diagnostic> problems = new ArrayList<>();
    private long flows;
    private long unreadable;
    private long remembered;
    private long interpreted;

    void count(PathResult result) {
        flows++;
        results.merge(result, 1L, Long::sum);
    }

    void unreadable(Diagnostic problem) {
        unreadable++;
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }

    /// Counts flows that the tables did not decide about.
    void open(long moreRemembered, long moreInterpreted) {
        remembered += moreRemembered;
        interpreted += moreInterpreted;
    }

    void add(Tally other) {
        flows += other.flows;
        unreadable += other.unreadable;
        remembered += other.remembered;
        interpreted += other.interpreted;
        other.results.forEach((result, count) -> results.merge(result, count, Long::sum));
        other.problems.stream().limit(SHOWN - problems.size()).forEach(problems::add);
    }

    /// How many flows were evaluated.
    public long flows() {
        return flows;
    }

    /// How many lines were no flows.
    public long unreadable() {
        return unreadable;
    }

    /// How many flows had the outcome of an earlier one that cannot be told from them.
    public long remembered() {
        return remembered;
    }

    /// How many flows were interpreted.
    public long interpreted() {
        return interpreted;
    }

    /// How many flows had each result that occurred.
    public Map<PathResult, Long> results() {
        return results;
    }

    /// What is wrong with the first lines that were no flows.
    public List<Diagnostic> problems() {
        return problems;
    }
}
