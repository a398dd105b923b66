package dev.sekisho.benchmarks;

import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NameMatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
/// with `*.`, and about half of the names match one.
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
        SplittableRandom random = new SplittableRandom(SEED);
        List<FqdnPattern> list = new ArrayList<>();
        for (int i = 0; i < patterns; i++) {
            list.add(FqdnPattern.parse((random.nextInt(5) > 0 ? "*." : "") + name(random)));
        }
        matcher = NameMatcher.compile(list);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < NAMES; i++) {
            FqdnPattern pattern = list.get(random.nextInt(patterns));
            String name = random.nextBoolean() ? name(random)
                    : pattern.wildcard() ? "host" + random.nextInt(100) + pattern.literal() : pattern.literal();
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

    private String name(SplittableRandom random) {
        return "service" + random.nextInt(2 * patterns) + ".zone" + random.nextInt(30) + ".example";
    }

    /// Looks all names up.
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public int[] lookup() {
        matcher.lookup(text, froms, tos, 0, NAMES, found);
        return found;
    }
}
