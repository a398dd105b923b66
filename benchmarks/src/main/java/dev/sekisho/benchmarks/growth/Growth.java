package dev.sekisho.benchmarks.growth;

import dev.sekisho.benchmarks.contest.Contest;
import dev.sekisho.benchmarks.contest.Contestant;
import dev.sekisho.benchmarks.contest.InputFiles;
import dev.sekisho.benchmarks.contest.InputFiles.Asked;
import dev.sekisho.benchmarks.contest.Result;
import dev.sekisho.benchmarks.contest.Row;
import dev.sekisho.benchmarks.contest.Score;
import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.ClassBenchRules;
import dev.sekisho.benchmarks.input.HostNames;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.benchmarks.input.WrongInput;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how cost grows.
@Command(name = "benchmarks/growth", mixinStandardHelpOptions = true, sortOptions = false, description = "Measures how cost grows with routes, rules, names and flows, and with the memory that a load reaches.")
public final class Growth implements Callable<Integer> {
    private static final List<String> ALL = List.of("memory", "routes", "rules", "names", "flows");
    private static final int[] ROUTES = {50, 1_000, 10_000, 100_000, 300_000, 1_000_000};
    private static final int[] RULES = {100, 1_000, 10_000, 30_000, 100_000};
    private static final int[] POLICIES = {100, 300, 1_000, 3_000};
    private static final int[] NAMES = {100, 1_000, 10_000};
    private static final int[] FLOWS = {10_000, 100_000, 1_000_000, 10_000_000};
    private static final int ADDRESSES = 1 << 21;
    private static final int PACKETS = 1 << 17;
    private static final int HOSTS = 1 << 15;
    private static final int SMALLEST_MEMORY_LOG = 13;
    private static final int LARGEST_MEMORY_LOG = 27;
    private static final int SETTLE_MILLIS = 700;
    private static final int PATIENCE = 30;

    /// What would take longer is left out.
    private static final double LONGEST_SIMULATION_NANOS = 40e9;

    @Option(names = "--only", paramLabel = "WORD", arity = "1..*", description = "only routes, rules, names, memory or flows")
    private List<String> only = ALL;

    @Option(names = "--most", paramLabel = "N", defaultValue = "10000000", description = "leaves out what is larger (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(names = "--seed", defaultValue = "1", description = "seed of what is made (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--rounds", defaultValue = "9", description = "rounds of each side (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--processors", paramLabel = "N", defaultValue = "1", hidden = true)
    private int processors;

    @Option(names = "--programs", required = true, hidden = true)
    private Path programs = Path.of("");

    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher = Path.of("");

    @Option(names = "--environment", required = true, hidden = true)
    private Path environment = Path.of("");

    @Option(names = "--provenance", defaultValue = "", hidden = true)
    private String provenance = "";

    @Option(names = "--results", paramLabel = "FILE", hidden = true)
    private @Nullable Path results;

    private final List<GrowthPoint> points = new ArrayList<>();

    /// Runs the measurements.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Growth()).setExecutionExceptionHandler(WrongInput::report).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (results != null && !only.equals(ALL)) {
            throw new IllegalArgumentException("results are kept of whole runs: leave out --only or --results");
        }
        Path folder = Files.createTempDirectory("growth");
        InputFiles files = new InputFiles(folder, seed);
        try {
            Contest contest = new Contest(programs, 1, rounds, processors, SETTLE_MILLIS, PATIENCE);
            System.out.println("%-8s %-14s %11s %-10s %12s %12s %10s".formatted("about", "subject", "size", "side",
                    "ns", "MiB", "build ms"));
            for (String word : only) {
                switch (word) {
                    case "memory" -> memory(contest, files);
                    case "routes" -> routes(contest, files);
                    case "rules" -> rules(contest, files);
                    case "names" -> names(contest, files);
                    case "flows" -> flows(folder);
                    default -> throw new IllegalArgumentException(
                            "nothing here is called " + word + "; there are memory, routes, rules, names and flows");
                }
            }
        } finally {
            files.clear();
            Files.delete(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private void memory(Contest contest, InputFiles files) throws IOException {
        for (String loads : List.of("independent", "dependent")) {
            for (int log = SMALLEST_MEMORY_LOG; log <= LARGEST_MEMORY_LOG; log += 2) {
                Contestant ours = Contestant.ours("loads-" + loads, files.number(1 << log));
                add("memory", loads, 1L << log, contest.run(row(Optional.empty(), ours)));
            }
        }
    }

    private void routes(Contest contest, InputFiles files) throws IOException {
        for (int size : upTo(ROUTES)) {
            List<Ipv4Prefix> table = PrefixTables.internet(size, seed);
            Path routes = files.routes(table);
            for (Asked asked : Asked.values()) {
                Path[] inputs = {routes, files.addresses(asked, table, ADDRESSES)};
                add("routes", asked.name().toLowerCase(Locale.ROOT), size, contest.run(row(Optional.of(Contestant.inC(
                        "rte_fib", inputs)), Contestant.ours(asked.work(), inputs))));
            }
            files.clear();
        }
    }

    private void rules(Contest contest, InputFiles files) throws IOException {
        for (int size : upTo(RULES)) {
            for (ClassBenchRules family : ClassBenchRules.values()) {
                rules(contest, files, family.name().toLowerCase(Locale.ROOT), family.rules(size, seed));
            }
        }
        for (int size : upTo(POLICIES)) {
            rules(contest, files, "azure", AzureRules.rules(size, seed));
        }
    }

    private void rules(Contest contest, InputFiles files, String family, List<RuleBox> rules) throws IOException {
        Path[] inputs = {files.tuples(rules), files.packets(rules, PACKETS)};
        add("rules", family, rules.size(), contest.run(row(Optional.of(Contestant.inC("rte_acl", inputs)), Contestant
                .ours("rules", inputs))));
        files.clear();
    }

    private void names(Contest contest, InputFiles files) throws IOException {
        for (int size : upTo(NAMES)) {
            List<String> patterns = HostNames.patterns(size, seed);
            Path[] inputs = {files.patterns(patterns), files.names(patterns, HOSTS)};
            add("names", "names", size, contest.run(row(Optional.of(Contestant.inC("hyperscan", inputs)), Contestant
                    .ours("names", inputs))));
        }
    }

    private void flows(Path folder) throws IOException, InterruptedException {
        Simulation simulation = new Simulation(launcher, environment, folder);
        simulation.run(FLOWS[0]);
        double nanosForFlow = 0;
        for (int size : upTo(FLOWS)) {
            if (nanosForFlow * size < LONGEST_SIMULATION_NANOS) {
                GrowthPoint point = simulation.run(size);
                nanosForFlow = point.nanos();
                add(point);
            }
        }
    }

    private int[] upTo(int[] sizes) {
        return Arrays.stream(sizes).filter(size -> size <= most).toArray();
    }

    private static Row row(Optional<Contestant> peer, Contestant ours) {
        return new Row(ours.work(), peer, ours, OptionalDouble.empty());
    }

    private void add(String about, String subject, long size, Result result) throws IOException {
        if (!result.sameAnswers()) {
            throw new IllegalStateException(about + ", " + subject + ", " + size + ": answers differ");
        }
        if (result.theirs().isPresent()) {
            add(point(about, subject, size, result.peer(), result.theirs().get()));
        }
        if (result.ours().isPresent()) {
            add(point(about, subject, size, "sekisho", result.ours().get()));
        }
    }

    private static GrowthPoint point(String about, String subject, long size, String side, Score score) {
        return new GrowthPoint(about, subject, size, side, score.nanos(), score.bestNanos(), score.bytes(),
                score.buildMillis());
    }

    private void add(GrowthPoint point) throws IOException {
        points.add(point);
        System.out.println("%-8s %-14s %,11d %-10s %12.2f %12.2f %10.1f".formatted(point.about(), point.subject(),
                point.size(), point.side(), point.nanos(), point.bytes() / (double) (1 << 20), point.buildMillis()));
        if (results != null) {
            Files.writeString(results, GrowthPoint.text(provenance, points));
        }
    }
}
