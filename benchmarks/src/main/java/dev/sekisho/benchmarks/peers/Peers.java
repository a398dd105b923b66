package dev.sekisho.benchmarks.peers;

import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes the inputs, lets both sides of each row answer, and prints the table.
@Command(name = "benchmarks/peers", mixinStandardHelpOptions = true, sortOptions = false, description = "Compares the compiled engine with the leaders of its field, side by side in one run.")
public final class Peers implements Runnable {
    /// Next hops of a routing table: few, as in real ones.
    private static final int NEXT_HOPS = 64;

    @Option(names = "--prefixes", paramLabel = "FILE", description = "a routing table, one prefix on a line; without it tables are made from the seed")
    private @Nullable Path prefixes;

    @Option(names = "--rules", paramLabel = "FILE", arity = "1..*", description = "rules in ClassBench's form; without them rules are made from the seed")
    private List<Path> ruleFiles = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "seed of what is made (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--questions", defaultValue = "4194304", description = "questions in a round (default: ${DEFAULT-VALUE})")
    private int questions;

    @Option(names = "--rounds", defaultValue = "7", description = "rounds in a turn (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--turns", defaultValue = "3", description = "turns of each side (default: ${DEFAULT-VALUE})")
    private int turns;

    @Option(names = "--core", defaultValue = "1", description = "processor to run on (default: ${DEFAULT-VALUE})")
    private String core = "1";

    @Option(names = "--only", defaultValue = "", paramLabel = "WORD", description = "only rows whose question has this word")
    private String only = "";

    @Option(names = "--programs", required = true, hidden = true, description = "folder of the peers' programs")
    private Path programs = Path.of("");

    @Option(names = "--results", paramLabel = "FILE", description = "write the table to this file too")
    private @Nullable Path results;

    /// Runs the comparison.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Peers()).execute(arguments));
    }

    @Override
    public void run() {
        try {
            Path scratch = Files.createTempDirectory("peers");
            try {
                compare(scratch);
            } finally {
                try (var files = Files.list(scratch)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(scratch);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void compare(Path scratch) throws IOException, InterruptedException {
        Contest contest = new Contest(programs, turns, rounds, core);
        List<Contest.Result> done = new ArrayList<>();
        List<Row> rows = rows(scratch).stream().filter(row -> row.question().contains(only)).toList();
        ResultTable table = new ResultTable();
        System.out.println(table.heading());
        for (Row row : rows) {
            Contest.Result result = contest.run(row);
            done.add(result);
            System.out.println(table.line(result));
        }
        Optional<Row> first = rows.stream().findFirst();
        if (first.isPresent()) {
            System.out.println(table.scaling(first.get(), contest.scaling(first.get())));
        }
        if (results != null) {
            Files.writeString(results, table.toString());
        }
        if (done.stream().anyMatch(result -> !result.sameAnswers())) {
            throw new IllegalStateException("answers differ");
        }
    }

    private List<Row> rows(Path scratch) throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean real = prefixes != null;
        PrefixFile given = prefixes != null ? PrefixFile.read(prefixes) : new PrefixFile(List.of(), List.of());
        List<Ipv4Prefix> internet = real ? given.ipv4() : PrefixTables.internet(900_000, seed);
        ipv4(rows, scratch, "full", internet, new double[]{2.3, 1.3, 1.0});
        ipv4(rows, scratch, "small", PrefixTables.virtualNetwork(400, seed), new double[]{3.0, 1.0, 1.0});
        List<Ipv6Prefix> internet6 = real ? given.ipv6() : PrefixTables.internet6(160_000, seed);
        ipv6(rows, scratch, internet6);
        rules(rows, scratch);
        names(rows, scratch, 400, 4.0);
        names(rows, scratch, 10_000, 30.0);
        return rows;
    }

    private void names(List<Row> rows, Path scratch, int count, double mark) throws IOException {
        Path file = scratch.resolve(count + ".patterns");
        Path names = scratch.resolve(count + ".names");
        List<String> patterns = HostNames.patterns(count, seed);
        Files.writeString(file, String.join("\n", patterns) + "\n");
        Files.writeString(names, String.join("\n", HostNames.names(patterns, questions / 8, seed)) + "\n");
        rows.add(new Row("names, %,d patterns".formatted(count), "hyperscan", "names", file, names,
                OptionalDouble.of(mark)));
    }

    private void rules(List<Row> rows, Path scratch) throws IOException {
        for (Path file : ruleFiles) {
            List<RuleBox> rules = ClassBenchFile.read(file);
            rules(rows, scratch, String.valueOf(file.getFileName()), rules, rules.size() < 5000 ? 2.0 : 2.5);
        }
        if (ruleFiles.isEmpty()) {
            for (RuleShape shape : List.of(RuleShape.ACL, RuleShape.FW, RuleShape.IPC)) {
                String name = shape.name().toLowerCase(Locale.ROOT);
                rules(rows, scratch, name, shape.rules(1_000, seed), 2.0);
                rules(rows, scratch, name, shape.rules(10_000, seed), shape == RuleShape.FW ? 2.0 : 2.5);
            }
            rules(rows, scratch, "acl", RuleShape.ACL.rules(100_000, seed), 1.5);
        }
        rules(rows, scratch, "azure", RuleShape.AZURE.rules(300, seed), 3.0);
    }

    private void rules(List<Row> rows, Path scratch, String name, List<RuleBox> rules, double mark)
            throws IOException {
        Path tuples = scratch.resolve(name + rules.size() + ".tuples");
        Path packets = scratch.resolve(name + rules.size() + ".packets");
        int[] words = RuleTuples.words(rules);
        LittleEndian.write(tuples, words);
        LittleEndian.write(packets, RuleTuples.packets(rules, questions / 8, seed));
        rows.add(new Row("rules, %s, %,d rules of %,d tuples".formatted(name, rules.size(), words[0]), "rte_acl",
                "rules",
                tuples, packets, OptionalDouble.of(mark)));
    }

    private void ipv4(List<Row> rows, Path scratch, String name, List<Ipv4Prefix> table, double[] marks)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] words = new int[1 + 3 * table.size()];
        words[0] = table.size();
        for (int i = 0; i < table.size(); i++) {
            words[1 + 3 * i] = table.get(i).network();
            words[2 + 3 * i] = table.get(i).length();
            words[3 + 3 * i] = random.nextInt(NEXT_HOPS);
        }
        Path file = scratch.resolve(name + ".routes");
        LittleEndian.write(file, words);
        String what = "IPv4, %,d prefixes, ".formatted(table.size());
        Path uniform = scratch.resolve(name + ".uniform");
        Path matching = scratch.resolve(name + ".matching");
        Path skewed = scratch.resolve(name + ".skewed");
        LittleEndian.write(uniform, Addresses.uniform(questions, seed));
        LittleEndian.write(matching, Addresses.matching(table, questions, seed));
        LittleEndian.write(skewed, Addresses.skewed(table, questions, seed));
        rows.add(new Row(what + "any address", "rte_fib", "ipv4", file, uniform, OptionalDouble.of(marks[0])));
        rows.add(new Row(what + "matching", "rte_fib", "ipv4", file, matching, OptionalDouble.of(marks[1])));
        rows.add(new Row(what + "skewed", "rte_fib", "ipv4-skewed", file, skewed, OptionalDouble.of(marks[2])));
    }

    private void ipv6(List<Row> rows, Path scratch, List<Ipv6Prefix> table) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long[] words = new long[1 + 4 * table.size()];
        words[0] = table.size();
        for (int i = 0; i < table.size(); i++) {
            words[1 + 4 * i] = table.get(i).high();
            words[2 + 4 * i] = table.get(i).low();
            words[3 + 4 * i] = table.get(i).length();
            words[4 + 4 * i] = random.nextInt(NEXT_HOPS);
        }
        Path file = scratch.resolve("full6.routes");
        LittleEndian.write(file, words);
        Path matching = scratch.resolve("full6.matching");
        LittleEndian.write(matching, Addresses.matching6(table, questions / 2, seed));
        rows.add(new Row("IPv6, %,d prefixes, matching".formatted(table.size()), "rte_fib6", "ipv6", file, matching,
                OptionalDouble.of(1.3)));
    }
}
