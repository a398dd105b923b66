package dev.sekisho.benchmarks.contest;

import dev.sekisho.benchmarks.input.Addresses;
import dev.sekisho.benchmarks.input.HostNames;
import dev.sekisho.benchmarks.input.LittleEndian;
import dev.sekisho.benchmarks.input.RuleTuples;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// The files that both sides of a row read, in one folder.
///
/// @param seed what questions and next hops are made from
public record InputFiles(Path folder, long seed) {
    /// Next hops of a routing table: few, as in real ones.
    private static final int NEXT_HOPS = 64;

    /// Which addresses a routing table is asked for.
    public enum Asked {
        /// Any address.
        UNIFORM,
        /// Addresses that the prefixes hold, every prefix as often as any other.
        MATCHING,
        /// Matching addresses, few of them very often.
        SKEWED;

        /// Which of our programs answers.
        public String work() {
            return this == UNIFORM ? "ipv4" : "ipv4-matching";
        }

        /// Makes addresses from a seed.
        public int[] addresses(List<Ipv4Prefix> table, int count, long seed) {
            return switch (this) {
                case UNIFORM -> Addresses.uniform(count, seed);
                case MATCHING -> Addresses.matching(table, count, seed);
                case SKEWED -> Addresses.skewed(table, count, seed);
            };
        }
    }

    /// A count, then address, length and next hop of each prefix.
    public Path routes(List<Ipv4Prefix> table) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] words = new int[1 + 3 * table.size()];
        words[0] = table.size();
        for (int i = 0; i < table.size(); i++) {
            words[1 + 3 * i] = table.get(i).network();
            words[2 + 3 * i] = table.get(i).length();
            words[3 + 3 * i] = random.nextInt(NEXT_HOPS);
        }
        Path file = file("routes");
        LittleEndian.write(file, words);
        return file;
    }

    /// Addresses.
    public Path addresses(Asked asked, List<Ipv4Prefix> table, int count) throws IOException {
        Path file = file("addresses");
        LittleEndian.write(file, asked.addresses(table, count, seed));
        return file;
    }

    /// A count, then the halves, the length and the next hop of each prefix, all of 64 bits.
    public Path routes6(List<Ipv6Prefix> table) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long[] words = new long[1 + 4 * table.size()];
        words[0] = table.size();
        for (int i = 0; i < table.size(); i++) {
            words[1 + 4 * i] = table.get(i).high();
            words[2 + 4 * i] = table.get(i).low();
            words[3 + 4 * i] = table.get(i).length();
            words[4 + 4 * i] = random.nextInt(NEXT_HOPS);
        }
        Path file = file("routes6");
        LittleEndian.write(file, words);
        return file;
    }

    /// High and low halves of addresses that the prefixes hold.
    public Path addresses6(List<Ipv6Prefix> table, int count) throws IOException {
        Path file = file("addresses6");
        LittleEndian.write(file, Addresses.matching6(table, count, seed));
        return file;
    }

    /// The tuples of rules, as [RuleTuples] has them.
    public Path tuples(List<RuleBox> rules) throws IOException {
        Path file = file("tuples");
        LittleEndian.write(file, RuleTuples.words(rules));
        return file;
    }

    /// Packets that hit the rules.
    public Path packets(List<RuleBox> rules, int count) throws IOException {
        Path file = file("packets");
        LittleEndian.write(file, RuleTuples.packets(rules, count, seed));
        return file;
    }

    /// Patterns, one on a line.
    public Path patterns(List<String> patterns) throws IOException {
        return Files.writeString(file("patterns"), String.join("\n", patterns) + "\n");
    }

    /// Names, of which some match a pattern, one on a line.
    public Path names(List<String> patterns, int count) throws IOException {
        return Files.writeString(file("names"), String.join("\n", HostNames.names(patterns, count, seed)) + "\n");
    }

    /// One number.
    public Path number(int number) throws IOException {
        Path file = file("number");
        LittleEndian.write(file, new int[]{number});
        return file;
    }

    /// Deletes all files of the folder.
    public void clear() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private Path file(String kind) throws IOException {
        return Files.createTempFile(folder, kind, "");
    }
}
