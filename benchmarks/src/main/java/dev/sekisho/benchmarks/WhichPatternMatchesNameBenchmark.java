package dev.sekisho.benchmarks;

import dev.sekisho.benchmarks.input.HostNames;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NameMatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Which pattern of a list is the first that a name matches: the cost of one name of a batch. Four of five patterns begin
/// with `*.`, and about four names of ten match one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WhichPatternMatchesNameBenchmark {
    private static final int NAMES = 1 << 16;
    private static final int COMPARED = 500;
    private static final long SEED = 42;

    @Param({"400", "10000"})
    private int patterns;

    private NameMatcher matcher = NameMatcher.compile(List.of());
    private byte[] text = {};
    private final int[] froms = new int[NAMES];
    private final int[] tos = new int[NAMES];
    private final int[] found = new int[NAMES];

    /// Makes patterns and names, and compares some answers with a linear scan.
    @Setup
    public void compile() {
        List<String> texts = HostNames.patterns(patterns, SEED);
        List<FqdnPattern> list = texts.stream().map(FqdnPattern::parse).toList();
        matcher = NameMatcher.compile(list);
        StringBuilder all = new StringBuilder();
        List<String> names = HostNames.names(texts, NAMES, SEED);
        for (int i = 0; i < NAMES; i++) {
            String name = names.get(i);
            froms[i] = all.length();
            all.append(name);
            tos[i] = all.length();
        }
        text = all.toString().getBytes(StandardCharsets.US_ASCII);
        lookup();
        for (int i = 0; i < COMPARED; i++) {
            Fqdn name = Fqdn.parse(all.substring(froms[i], tos[i]));
            int expected = 0;
            while (expected < patterns && !list.get(expected).matches(name)) {
                expected++;
            }
            if (found[i] != (expected == patterns ? NameMatcher.NO_PATTERN : expected)) {
                throw new IllegalStateException(name + " matches pattern " + expected + " first, not " + found[i]);
            }
        }
    }

    /// Looks all names up.
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int[] lookup() {
        matcher.lookup(text, froms, tos, 0, NAMES, found);
        return found;
    }
}
