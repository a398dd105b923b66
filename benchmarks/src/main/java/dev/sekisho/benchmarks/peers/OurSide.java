package dev.sekisho.benchmarks.peers;

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
import java.util.function.Supplier;

/// Our programs: each reads the files that the peer reads, answers all questions in rounds, and prints a [Measurement].
///
/// Usage: `OurSide WORK TABLE QUESTIONS ROUNDS THREADS`. With more threads each of them answers all questions, and the time is
/// that of one question of one of them.
public final class OurSide {
    private static final int BUILDS = 9;
    private static final int WARM_UP = 3;

    /// Packets in a call: their classes stay in the core's first cache.
    private static final int BLOCK = 1024;

    /// A table that takes this long to make is made once.
    private static final double LONG_NANOS = 2e9;

    private OurSide() {}

    /// Answers questions about a table.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path table = Path.of(arguments[1]);
        Path questions = Path.of(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        int threads = Integer.parseInt(arguments[4]);
        Subject subject = switch (arguments[0]) {
            case "ipv4" -> ipv4(table, questions, Traffic.SPREAD);
            case "ipv4-skewed" -> ipv4(table, questions, Traffic.SKEWED);
            case "ipv6" -> ipv6(table, questions);
            case "rules" -> rules(table, questions);
            case "names" -> names(table, questions);
            default -> throw new IllegalArgumentException("no work is called " + arguments[0]);
        };
        System.out.println(measure(subject, rounds, threads));
    }

    /// Something that answers questions in batches.
    ///
    /// @param bytes memory of the structure
    /// @param buildNanos time to make it, in each try
    /// @param count how many questions there are
    /// @param answering makes a batch that a thread may run on its own
    record Subject(long bytes, List<Double> buildNanos, int count, Supplier<Batch> answering) {}

    /// All questions, asked once.
    interface Batch {
        /// Answers them all, and returns where the answers are.
        int[] answer();
    }

    private static Subject ipv4(Path table, Path questions, Traffic traffic) throws IOException {
        int[] words = LittleEndian.ints(table);
        List<Ipv4Prefix> prefixes = new ArrayList<>(words[0]);
        int[] routes = new int[words[0]];
        for (int i = 0; i < words[0]; i++) {
            prefixes.add(new Ipv4Prefix(words[1 + 3 * i], words[2 + 3 * i]));
            routes[i] = words[3 + 3 * i];
        }
        List<Double> builds = new ArrayList<>();
        Ipv4Lookup lookup = built(() -> Ipv4Lookup.compile(prefixes, routes, traffic), builds);
        int[] addresses = LittleEndian.ints(questions);
        return new Subject(lookup.bytes(), builds, addresses.length, () -> {
            int[] answers = new int[addresses.length];
            return () -> {
                lookup.lookup(addresses, 0, addresses.length, answers);
                return answers;
            };
        });
    }

    private static Subject ipv6(Path table, Path questions) throws IOException {
        long[] words = LittleEndian.longs(table);
        int size = (int) words[0];
        List<Ipv6Prefix> prefixes = new ArrayList<>(size);
        int[] routes = new int[size];
        for (int i = 0; i < size; i++) {
            prefixes.add(new Ipv6Prefix(words[1 + 4 * i], words[2 + 4 * i], (int) words[3 + 4 * i]));
            routes[i] = (int) words[4 + 4 * i];
        }
        List<Double> builds = new ArrayList<>();
        Ipv6Lookup lookup = built(() -> Ipv6Lookup.compile(prefixes, routes), builds);
        long[] halves = LittleEndian.longs(questions);
        long[] highs = new long[halves.length / 2];
        long[] lows = new long[halves.length / 2];
        for (int i = 0; i < highs.length; i++) {
            highs[i] = halves[2 * i];
            lows[i] = halves[2 * i + 1];
        }
        return new Subject(lookup.bytes(), builds, highs.length, () -> {
            int[] answers = new int[highs.length];
            return () -> {
                lookup.lookup(highs, lows, 0, highs.length, answers);
                return answers;
            };
        });
    }

    private static Subject rules(Path table, Path questions) throws IOException {
        List<RuleBox> rules = RuleTuples.rules(LittleEndian.ints(table));
        List<Double> builds = new ArrayList<>();
        RuleClassifier classifier = built(() -> RuleClassifier.compile(rules), builds);
        int[] words = LittleEndian.ints(questions);
        return new Subject(classifier.bytes(), builds, RuleTuples.batch(words).capacity(), () -> {
            PacketBatch batch = RuleTuples.batch(words);
            return () -> {
                for (int from = 0; from < batch.capacity(); from += BLOCK) {
                    classifier.classify(batch, from, Math.min(from + BLOCK, batch.capacity()));
                }
                return batch.rules();
            };
        });
    }

    private static Subject names(Path table, Path questions) throws IOException {
        List<FqdnPattern> patterns = Files.readAllLines(table).stream().map(FqdnPattern::parse).toList();
        List<Double> builds = new ArrayList<>();
        NameMatcher matcher = built(() -> NameMatcher.compile(patterns), builds);
        byte[] text = Files.readAllBytes(questions);
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
        int names = count;
        return new Subject(matcher.bytes(), builds, names, () -> {
            int[] answers = new int[names];
            return () -> {
                matcher.lookup(text, froms, tos, 0, names, answers);
                return answers;
            };
        });
    }

    private static <T> T built(Supplier<T> building, List<Double> nanos) {
        T result;
        do {
            long start = System.nanoTime();
            result = building.get();
            nanos.add((double) (System.nanoTime() - start));
        } while (nanos.size() < BUILDS && nanos.getLast() < LONG_NANOS);
        return result;
    }

    private static Measurement measure(Subject subject, int rounds, int threads) throws InterruptedException {
        Batch batch = subject.answering().get();
        long checksum = 0;
        for (int i = 0; i < WARM_UP; i++) {
            checksum = checksum(batch.answer());
        }
        List<List<Double>> byThread = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Batch own = thread == 0 ? batch : subject.answering().get();
            List<Double> nanos = new ArrayList<>();
            byThread.add(nanos);
            running.add(new Thread(() -> {
                for (int round = 0; round < rounds; round++) {
                    long start = System.nanoTime();
                    own.answer();
                    nanos.add((double) (System.nanoTime() - start) / subject.count());
                }
            }));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        return new Measurement(subject.bytes(), Measurement.median(subject.buildNanos()) / 1e6, checksum,
                byThread.stream().flatMap(List::stream).toList());
    }

    /// As [Measurement] defines it; an answer is -1 where nothing matches.
    static long checksum(int[] answers) {
        long sum = 0;
        for (int i = 0; i < answers.length; i++) {
            sum += (answers[i] + 1L) * ((i & 1023) + 1);
        }
        return sum;
    }
}
