package dev.sekisho.cli.simulate;

import dev.sekisho.simulator.verdict.PathResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many flows had which result, and which lines were no flows.
public final class Tally {
    private static final int SHOWN = 20;
    private static final PathResult[] RESULTS = PathResult.values();

    private final long[] counts = new long[RESULTS.length];
    private final List<Problem> problems = new ArrayList<>();
    private long flows;
    private long unreadable;
    private long remembered;
    private long interpreted;
    private boolean ended;

    /// A line that is no flow.
    ///
    /// @param line where it stands, from 1 on
    public record Problem(long line, String problem) {}

    void count(PathResult result) {
        flows++;
        counts[result.ordinal()]++;
    }

    void unreadable(long line, String problem) {
        unreadable++;
        if (problems.size() < SHOWN) {
            problems.add(new Problem(line, problem));
        }
    }

    /// Counts flows that the tables did not decide about.
    void open(long moreRemembered, long moreInterpreted) {
        remembered += moreRemembered;
        interpreted += moreInterpreted;
    }

    /// Notes that nothing behind this can be read.
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /// Adds what follows.
    ///
    /// @param lines how many lines are in front of the other's
    void add(Tally other, long lines) {
        flows += other.flows;
        unreadable += other.unreadable;
        remembered += other.remembered;
        interpreted += other.interpreted;
        for (int result = 0; result < counts.length; result++) {
            counts[result] += other.counts[result];
        }
        other.problems.stream().limit(SHOWN - problems.size())
                .forEach(problem -> problems.add(new Problem(lines + problem.line(), problem.problem())));
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
        Map<PathResult, Long> results = new EnumMap<>(PathResult.class);
        for (PathResult result : RESULTS) {
            if (counts[result.ordinal()] > 0) {
                results.put(result, counts[result.ordinal()]);
            }
        }
        return results;
    }

    /// What is wrong with the first lines that were no flows.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
