package dev.sekisho.benchmarks.work;

import dev.sekisho.benchmarks.input.LittleEndian;
import dev.sekisho.benchmarks.input.RuleTuples;
import dev.sekisho.benchmarks.work.Subject.Batch;
import dev.sekisho.benchmarks.work.Subject.Built;
import dev.sekisho.model.address.Ipv4Prefix;
import dev.sekisho.model.address.Ipv6Prefix;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NameMatcher;
import dev.sekisho.simulator.compiled.route.Ipv4Lookup;
import dev.sekisho.simulator.compiled.route.Ipv6Lookup;
import dev.sekisho.simulator.compiled.route.Traffic;
import dev.sekisho.simulator.compiled.rules.PacketBatch;
import dev.sekisho.simulator.compiled.rules.RuleBox;
import dev.sekisho.simulator.compiled.rules.RuleClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What [JavaSide] can do, by name. The files are those of the peers' programs in C.
public final class Works {
    /// Packets in a call: their classes stay in the core's first cache.
    private static final int BLOCK = 1024;

    private Works() {}

    /// Reads the files and makes the table.
    ///
    /// @throws IllegalArgumentException if no work is called so
    public static Subject open(String work, List<Path> inputs) throws IOException {
        return switch (work) {
            case "ipv4" -> ipv4(inputs, Traffic.SPREAD);
            case "ipv4-matching" -> ipv4(inputs, Traffic.MATCHING);
            case "ipv6" -> ipv6(inputs);
            case "rules" -> rules(inputs);
            case "routes-and-rules" -> routesAndRules(inputs);
            case "names" -> names(inputs);
            case "ipaddress" -> IpaddressTrie.open(inputs);
            case "loads-independent" -> Loads.independent(inputs);
            case "loads-dependent" -> Loads.dependent(inputs);
            default -> throw new IllegalArgumentException("no work is called " + work);
        };
    }

    /// Answers that are whole after every run.
    private record Whole(Runnable answering, int[] answers) implements Batch {
        @Override
        public void answer() {
            answering.run();
        }
    }

    private static Subject ipv4(List<Path> inputs, Traffic traffic) throws IOException {
        RouteList list = RouteList.read(inputs.get(0));
        Built<Ipv4Lookup> built = Built.by(() -> Ipv4Lookup.compile(list.prefixes(), list.routes(), traffic));
        Ipv4Lookup lookup = built.table();
        int[] addresses = LittleEndian.ints(inputs.get(1));
        return new Subject(lookup.bytes(), built.buildMillis(), addresses.length, () -> {
            int[] answers = new int[addresses.length];
            return new Whole(() -> lookup.lookup(addresses, 0, addresses.length, answers), answers);
        });
    }

    /// The routes of a file: a count, then address, length and route of each prefix.
    record RouteList(List<Ipv4Prefix> prefixes, int[] routes) {
        static RouteList read(Path file) throws IOException {
            int[] words = LittleEndian.ints(file);
            List<Ipv4Prefix> prefixes = new ArrayList<>(words[0]);
            int[] routes = new int[words[0]];
            for (int i = 0; i < words[0]; i++) {
                prefixes.add(new Ipv4Prefix(words[1 + 3 * i], words[2 + 3 * i]));
                routes[i] = words[3 + 3 * i];
            }
            return new RouteList(prefixes, routes);
        }
    }

    private static Subject ipv6(List<Path> inputs) throws IOException {
        long[] words = LittleEndian.longs(inputs.get(0));
        int size = (int) words[0];
        List<Ipv6Prefix> prefixes = new ArrayList<>(size);
        int[] routes = new int[size];
        for (int i = 0; i < size; i++) {
            prefixes.add(new Ipv6Prefix(words[1 + 4 * i], words[2 + 4 * i], (int) words[3 + 4 * i]));
            routes[i] = (int) words[4 + 4 * i];
        }
        Built<Ipv6Lookup> built = Built.by(() -> Ipv6Lookup.compile(prefixes, routes));
        long[] halves = LittleEndian.longs(inputs.get(1));
        int count = halves.length / 2;
        long[] highs = new long[count];
        long[] lows = new long[count];
        for (int i = 0; i < count; i++) {
            highs[i] = halves[2 * i];
            lows[i] = halves[2 * i + 1];
        }
        return new Subject(built.table().bytes(), built.buildMillis(), count, () -> {
            int[] answers = new int[count];
            return new Whole(() -> built.table().lookup(highs, lows, 0, count, answers), answers);
        });
    }

    private static Subject rules(List<Path> inputs) throws IOException {
        List<RuleBox> rules = RuleTuples.rules(LittleEndian.ints(inputs.get(0)));
        Built<RuleClassifier> built = Built.by(() -> RuleClassifier.compile(rules));
        int[] words = LittleEndian.ints(inputs.get(1));
        int count = RuleTuples.batch(words).capacity();
        return new Subject(built.table().bytes(), built.buildMillis(), count, () -> {
            PacketBatch batch = RuleTuples.batch(words);
            return new Whole(() -> {
                for (int from = 0; from < count; from += BLOCK) {
                    built.table().classify(batch, from, Math.min(from + BLOCK, count));
                }
            }, batch.rules());
        });
    }

    /// The answers are the routes of all destinations, then all rules.
    private static Subject routesAndRules(List<Path> inputs) throws IOException {
        RouteList list = RouteList.read(inputs.get(0));
        List<RuleBox> boxes = RuleTuples.rules(LittleEndian.ints(inputs.get(1)));
        Built<Ipv4Lookup> routes = Built.by(() -> Ipv4Lookup.compile(list.prefixes(), list.routes(), Traffic.SPREAD));
        Built<RuleClassifier> rules = Built.by(() -> RuleClassifier.compile(boxes));
        int[] words = LittleEndian.ints(inputs.get(2));
        int count = RuleTuples.batch(words).capacity();
        return new Subject(routes.table().bytes() + rules.table().bytes(), routes.buildMillis() + rules.buildMillis(),
                count, () -> {
                    PacketBatch batch = RuleTuples.batch(words);
                    int[] found = new int[count];
                    return new Batch() {
                        @Override
                        public void answer() {
                            for (int from = 0; from < count; from += BLOCK) {
                                int to = Math.min(from + BLOCK, count);
                                routes.table().lookup(batch.destinations(), from, to, found);
                                rules.table().classify(batch, from, to);
                            }
                        }

                        @Override
                        public int[] answers() {
                            int[] all = new int[2 * count];
                            System.arraycopy(found, 0, all, 0, count);
                            System.arraycopy(batch.rules(), 0, all, count, count);
                            return all;
                        }
                    };
                });
    }

    private static Subject names(List<Path> inputs) throws IOException {
        List<FqdnPattern> patterns = Files.readAllLines(inputs.get(0)).stream().map(FqdnPattern::parse).toList();
        Built<NameMatcher> built = Built.by(() -> NameMatcher.compile(patterns));
        byte[] text = Files.readAllBytes(inputs.get(1));
        int count = 0;
        for (byte one : text) {
            count += one == '\n' ? 1 : 0;
        }
        int[] froms = new int[count];
        int[] tos = new int[count];
        int line = 0;
        for (int i = 0, from = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                froms[line] = from;
                tos[line++] = i;
                from = i + 1;
            }
        }
        return new Subject(built.table().bytes(), built.buildMillis(), count, () -> {
            int[] answers = new int[froms.length];
            return new Whole(() -> built.table().lookup(text, froms, tos, 0, froms.length, answers), answers);
        });
    }
}
