package dev.sekisho.benchmarks.peers;

import dev.sekisho.benchmarks.contest.Contestant;
import dev.sekisho.benchmarks.contest.InputFiles;
import dev.sekisho.benchmarks.contest.InputFiles.Asked;
import dev.sekisho.benchmarks.contest.Row;
import dev.sekisho.benchmarks.input.AzureRules;
import dev.sekisho.benchmarks.input.ClassBenchFile;
import dev.sekisho.benchmarks.input.ClassBenchRules;
import dev.sekisho.benchmarks.input.HostNames;
import dev.sekisho.benchmarks.input.PrefixFile;
import dev.sekisho.benchmarks.input.PrefixTables;
import dev.sekisho.benchmarks.input.RuleTuples;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The rows of the comparison. Their inputs are written when a row is opened, so that a run of few rows is short.
final class Rows {
    private static final int ROUTES_OF_NETWORK = 400;
    private static final int RULES_OF_POLICY = 300;

    private final InputFiles files;
    private final int questions;
    private final List<Planned> planned = new ArrayList<>();

    /// @param files where inputs go
    /// @param questions how many addresses are asked for in a round; packets and names are fewer, as they take longer
    Rows(InputFiles files, int questions) {
        this.files = files;
        this.questions = questions;
    }

    /// A row whose inputs are not written yet.
    record Planned(String question, OptionalDouble mark, Sides sides) {
        Row open() throws IOException {
            Pair pair = sides.write();
            return new Row(question, Optional.of(pair.peer), pair.ours, mark);
        }
    }

    /// Writes the inputs of both sides.
    private interface Sides {
        Pair write() throws IOException;
    }

    private record Pair(Contestant peer, Contestant ours) {}

    List<Planned> all() {
        return List.copyOf(planned);
    }

    private void plan(double mark, String question, Sides sides) {
        planned.add(new Planned(question, OptionalDouble.of(mark), sides));
    }

    /// Longest-prefix match on a table of the Internet and on one of a network in Azure, and what the two together with rules
    /// cost.
    void routes(List<Ipv4Prefix> internet, List<Ipv6Prefix> internet6) {
        ipv4(internet, 2.3, 1.3, 1.0);
        plan(1.3, "IPv4, %,d prefixes, matching, in 3 bytes a prefix".formatted(internet.size()), () -> {
            Path[] inputs = {files.routes(internet), files.addresses(Asked.MATCHING, internet, questions)};
            return new Pair(Contestant.inC("rte_fib", inputs), Contestant.ours("ipv4", inputs));
        });
        ipv4(PrefixTables.virtualNetwork(ROUTES_OF_NETWORK, files.seed()), 3.0, 1.0, 1.0);
        plan(1.3, "IPv6, %,d prefixes, matching".formatted(internet6.size()), () -> {
            Path[] inputs = {files.routes6(internet6), files.addresses6(internet6, questions / 2)};
            return new Pair(Contestant.inC("rte_fib6", inputs), Contestant.ours("ipv6", inputs));
        });
        plan(500, "IPv4, %,d prefixes, matching, a library in Java".formatted(internet.size()), () -> {
            Path[] inputs = {files.routes(internet), files.addresses(Asked.MATCHING, internet, questions / 64)};
            return new Pair(Contestant.library("ipaddress", inputs), Contestant.ours("ipv4", inputs));
        });
    }

    private void ipv4(List<Ipv4Prefix> table, double uniform, double matching, double skewed) {
        String size = "IPv4, %,d prefixes, ".formatted(table.size());
        plan(uniform, size + "any address", () -> ipv4(table, Asked.UNIFORM));
        plan(matching, size + "matching", () -> ipv4(table, Asked.MATCHING));
        plan(skewed, size + "skewed", () -> ipv4(table, Asked.SKEWED));
    }

    private Pair ipv4(List<Ipv4Prefix> table, Asked asked) throws IOException {
        Path[] inputs = {files.routes(table), files.addresses(asked, table, questions)};
        return new Pair(Contestant.inC("rte_fib", inputs), Contestant.ours(asked.work(), inputs));
    }

    /// Rules of files, and rules made from the seed for every size that no file has.
    void rules(List<Path> given) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (Path file : given) {
            List<RuleBox> rules = ClassBenchFile.read(file);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
            rules(name, rules, mark(rules.size(), name.startsWith("fw")));
            sizes.add(rules.size());
        }
        for (int size : new int[]{1_000, 10_000, 100_000}) {
            if (sizes.stream().noneMatch(there -> there > size / 3 && there < size * 3)) {
                for (ClassBenchRules family : ClassBenchRules.values()) {
                    if (size < 100_000 || family != ClassBenchRules.FW) {
                        rules(family.name().toLowerCase(Locale.ROOT), family.rules(size, files.seed()),
                                mark(size, family == ClassBenchRules.FW));
                    }
                }
            }
        }
        rules("azure", AzureRules.rules(RULES_OF_POLICY, files.seed()), 3.0);
    }

    private static double mark(int size, boolean firewall) {
        return size < 3_000 || size < 30_000 && firewall ? 2.0 : size < 30_000 ? 2.5 : 1.5;
    }

    private void rules(String name, List<RuleBox> rules, double mark) {
        int tuples = RuleTuples.words(rules)[0];
        String expanded = tuples == rules.size() ? "" : " of %,d tuples".formatted(tuples);
        plan(mark, "rules, %s, %,d".formatted(name, rules.size()) + expanded, () -> {
            Path[] inputs = {files.tuples(rules), files.packets(rules, questions / 8)};
            return new Pair(Contestant.inC("rte_acl", inputs), Contestant.ours("rules", inputs));
        });
    }

    /// Route and rule of the same packets.
    void routesAndRules(List<Ipv4Prefix> internet) {
        List<RuleBox> azure = AzureRules.rules(RULES_OF_POLICY, files.seed());
        routesAndRules(PrefixTables.virtualNetwork(ROUTES_OF_NETWORK, files.seed()), azure);
        routesAndRules(internet, azure);
    }

    private void routesAndRules(List<Ipv4Prefix> table, List<RuleBox> rules) {
        plan(2.0, "routes and rules, %,d prefixes, azure %,d".formatted(table.size(), rules.size()), () -> {
            Path[] inputs = {files.routes(table), files.tuples(rules), files.packets(rules, questions / 8)};
            return new Pair(Contestant.inC("rte_fib_acl", inputs), Contestant.ours("routes-and-rules", inputs));
        });
    }

    /// Names.
    void names() {
        names(400, 4.0);
        names(10_000, 30.0);
    }

    private void names(int count, double mark) {
        plan(mark, "names, %,d patterns".formatted(count), () -> {
            List<String> patterns = HostNames.patterns(count, files.seed());
            Path[] inputs = {files.patterns(patterns), files.names(patterns, questions / 32)};
            return new Pair(Contestant.inC("hyperscan", inputs), Contestant.ours("names", inputs));
        });
    }

    /// Two threads beside one.
    void threads(List<Ipv4Prefix> internet) {
        List<RuleBox> azure = AzureRules.rules(RULES_OF_POLICY, files.seed());
        twoThreads("IPv4, %,d prefixes, any address".formatted(internet.size()), () -> Contestant.ours("ipv4",
                files.routes(internet), files.addresses(Asked.UNIFORM, internet, questions)));
        twoThreads("rules, azure, %,d".formatted(RULES_OF_POLICY),
                () -> Contestant.ours("rules", files.tuples(azure), files.packets(azure, questions / 2)));
    }

    /// Writes the inputs of one side.
    private interface Own {
        Contestant write() throws IOException;
    }

    private void twoThreads(String what, Own own) {
        plan(1.8, "two threads, " + what, () -> {
            Contestant one = own.write();
            return new Pair(one.onThreads("one thread", 1), one.onThreads("two threads", 2));
        });
    }
}
