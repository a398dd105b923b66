package dev.sekisho.benchmarks;

import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.HostNames;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NameMatcher;
import dev.sekisho.simulator.compiled.route.Ipv4Lookup;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.RuleClassifier;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// How long it takes to compile routes, rules and names: what a user waits for before the first answer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HowLongDoesCompilingTakeBenchmark {
    private static final long SEED = 42;

    /// How many routes, rules or patterns.
    @Param({"100", "1000", "10000"})
    private int size;

    private List<Ipv4Prefix> prefixes = List.of();
    private List<RuleBox> rules = List.of();
    private List<FqdnPattern> patterns = List.of();

    /// Makes what is compiled.
    @Setup
    public void make() {
        prefixes = PrefixTables.internet(size, SEED);
        rules = AzureRules.rules(size, SEED);
        patterns = HostNames.patterns(size, SEED).stream().map(FqdnPattern::parse).toList();
    }

    /// Compiles a routing table.
    @Benchmark
    public Ipv4Lookup routes() {
        return Ipv4Lookup.compile(prefixes);
    }

    /// Compiles the rules of a firewall policy.
    @Benchmark
    public RuleClassifier rules() {
        return RuleClassifier.compile(rules);
    }

    /// Compiles the patterns of application rules.
    @Benchmark
    public NameMatcher names() {
        return NameMatcher.compile(patterns);
    }
}
