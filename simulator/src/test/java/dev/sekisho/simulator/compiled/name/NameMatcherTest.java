package dev.sekisho.simulator.compiled.name;

import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class NameMatcherTest {
    private static final int NAMES = 300;
    private static final List<String> LABELS = List.of("com", "net", "example", "xample", "a", "b", "ab", "data", "mcr",
            "1a", "a-1", "_tcp", "a-label-of-twenty-one");
    /// What stands between the names of a text must not matter.
    private static final List<String> BETWEEN = List.of("", " ", ".", "a", "\u00e9", "\u00ae\u00ff", "\0", "7");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheFirstPatternThatMatches(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FqdnPattern> patterns = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            String name = name(random);
            patterns.add(FqdnPattern.parse(switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4 -> "*." + name;
                case 5, 6, 7, 8 -> "*" + name;
                case 9 -> "*";
                default -> name;
            }));
        }
        NameMatcher matcher = NameMatcher.compile(patterns);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            names.add(name(random));
        }
        assertSame(patterns, matcher, names, BETWEEN.get((int) seed % BETWEEN.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A.com", "a b.com", "10.0.0.4", "a.b.7", "bücher.example",
            "*.a.com"})
    void leavesTextThatIsNoCanonicalNameUndecided(String text) {
        NameMatcher matcher = NameMatcher.compile(List.of(FqdnPattern.ANY));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(NameMatcher.UNDECIDED, matcher.lookup(bytes, 0, bytes.length));
    }

    @Test
    void knowsTheLongestNamesAndLabels() {
        String label = "x".repeat(63);
        String longest = String.join(".", label, label, label, "x".repeat(61));
        NameMatcher matcher = NameMatcher.compile(List.of(FqdnPattern.parse("*." + label), FqdnPattern.parse(longest)));
        assertEquals(1, lookup(matcher, longest));
        assertEquals(NameMatcher.UNDECIDED, lookup(matcher, longest + "x"));
        assertEquals(NameMatcher.UNDECIDED, lookup(matcher, "x" + label + ".com"));
        assertEquals(0, lookup(matcher, "a." + label));
        assertEquals(NameMatcher.NO_PATTERN, lookup(matcher, label));
    }

    /// Every end of a name with the most labels there can be has a pattern, so the search meets all of them.
    @Test
    void tellsEveryDepthOfTheDeepestNamesApart() {
        List<FqdnPattern> patterns = new ArrayList<>();
        for (int labels = 126; labels > 0; labels--) {
            patterns.add(FqdnPattern.parse("*." + String.join(".", Collections.nCopies(labels, "a"))));
        }
        List<String> names = new ArrayList<>();
        for (int labels = 1; labels <= 127; labels++) {
            names.add(String.join(".", Collections.nCopies(labels, "a")));
            names.add("b" + names.getLast().substring(1));
        }
        assertSame(patterns, NameMatcher.compile(patterns), names, "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.example.com", "a..example.com", "a.example.com.", ".a.example.com", "a.example.42",
            "a/b.example.com", "a:example.com", "a.ex\u00e1mple.com", "a.`.example.com", "a.{.example.com",
            "a,example.com",
            "a.example.com\0"})
    void leavesTheSameTextUndecidedInTheMiddleOfABatch(String text) {
        NameMatcher matcher = NameMatcher.compile(List.of(FqdnPattern.ANY));
        String before = "a.name.before.example.com".repeat(3) + "\u00ff";
        byte[] bytes = (before + text + before).getBytes(StandardCharsets.ISO_8859_1);
        int[] found = {7, 7, 7};
        matcher.lookup(bytes, new int[]{50, before.length(), before.length() + text.length()},
                new int[]{75, before.length() + text.length(), bytes.length - 51}, 0, 3, found);
        assertArrayEquals(new int[]{0, NameMatcher.UNDECIDED, 0}, found);
    }

    private static String name(SplittableRandom random) {
        List<String> labels = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(10) == 0 ? 12 : 4); i >= 0; i--) {
            labels.add(LABELS.get(random.nextInt(LABELS.size())));
        }
        return String.join(".", labels);
    }

    private static int lookup(NameMatcher matcher, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return matcher.lookup(bytes, 0, bytes.length);
    }

    private static void assertSame(List<FqdnPattern> patterns, NameMatcher matcher, List<String> names,
            String between) {
        byte[] text = String.join(between, names).getBytes(StandardCharsets.ISO_8859_1);
        int[] froms = new int[names.size()];
        int[] tos = new int[names.size()];
        int[] found = new int[names.size()];
        int at = 0;
        for (int i = 0; i < froms.length; i++) {
            froms[i] = at;
            tos[i] = at + names.get(i).length();
            at = tos[i] + between.length();
        }
        matcher.lookup(text, froms, tos, 0, froms.length, found);
        for (int i = 0; i < froms.length; i++) {
            Fqdn name = Fqdn.parse(names.get(i));
            int expected = NameMatcher.NO_PATTERN;
            for (int p = patterns.size() - 1; p >= 0; p--) {
                expected = patterns.get(p).matches(name) ? p : expected;
            }
            assertEquals(expected, found[i], () -> name + " with " + patterns);
            assertEquals(expected, lookup(matcher, names.get(i)), () -> name + " with " + patterns);
        }
    }
}
