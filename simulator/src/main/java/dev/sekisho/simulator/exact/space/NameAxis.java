package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All names, read from the right, and in front of them, as index 0, no name at all.
///
/// Texts that are addresses and stand in the place of a name (`FW-37`) are not part of the space.
final class NameAxis {
    private static final List<String> FRESH = List.of("www", "host", "name", "x");
    private static final String ELSEWHERE = "elsewhere.example";

    private final TextAxis texts;

    NameAxis(Iterable<NameSet> sets) {
        TreeSet<String> exact = new TreeSet<>();
        TreeSet<String> endings = new TreeSet<>();
        for (NameSet set : sets) {
            for (List<FqdnPattern> patterns : List.of(set.patterns(), set.except())) {
                patterns.stream().filter(NameAxis::isName)
                        .forEach(pattern -> (pattern.isWildcard() ? endings : exact).add(reversed(pattern.literal())));
            }
        }
        this.texts = new TextAxis(exact, endings);
    }

    private static boolean isName(FqdnPattern pattern) {
        return !pattern.isAddressLiteral();
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    int size() {
        return 1 + texts.size();
    }

    int index(Optional<Fqdn> name) {
        return name.map(known -> 1 + texts.index(reversed(known.value()))).orElse(0);
    }

    IndexSet indices(NameSet set) {
        if (set.isAny()) {
            return IndexSet.range(0, size() - 1);
        }
        IndexSet named = indices(set.patterns()).difference(indices(set.except()));
        return set.unnamed() ? named.union(IndexSet.of(0)) : named;
    }

    private IndexSet indices(List<FqdnPattern> patterns) {
        return IndexSet.unionOf(patterns.stream().filter(NameAxis::isName).map(pattern -> {
            String text = reversed(pattern.literal());
            IndexSet found = pattern.isWildcard() ? texts.startingWith(text) : texts.exactly(text);
            return IndexSet.range(1 + found.first(0), 1 + found.last(0));
        }).toList());
    }

    /// A name of some classes, or none where they hold the flows without one alone.
    Optional<String> example(IndexSet indices) {
        return indices.stream().filter(i -> i > 0).boxed().findFirst().map(i -> example(texts.classAt(i - 1)));
    }

    private String example(TextAxis.TextClass wanted) {
        String literal = reversed(wanted.text());
        if (wanted.single()) {
            return literal;
        }
        int index = texts.startingWith(wanted.text()).stream()
                .filter(i -> texts.classAt(i).equals(wanted)).findFirst().orElseThrow();
        Stream<String> made = IntStream.range(0, 1_000).boxed()
                .flatMap(number -> FRESH.stream().map(label -> number == 0 ? label : label + number))
                .map(label -> literal.isEmpty() ? label + "." + ELSEWHERE : label + literal);
        return Stream.concat(Stream.of(literal), made)
                .filter(name -> Fqdn.tryParse(name).isPresent() && texts.index(reversed(name)) == index)
                .findFirst().orElse(literal.startsWith(".") ? "a" + literal : literal);
    }

    /// Some classes as patterns, each with what it does not hold.
    List<String> describe(IndexSet indices) {
        List<String> described = new ArrayList<>();
        if (indices.contains(0)) {
            described.add("no name");
        }
        int next = 1;
        for (int i = 1; i < size(); i++) {
            if (i < next || !indices.contains(i)) {
                continue;
            }
            TextAxis.TextClass found = texts.classAt(i - 1);
            String literal = reversed(found.text());
            if (found.single() && !isOpened(i, indices)) {
                described.add(literal);
                continue;
            }
            if (found.single()) {
                continue;
            }
            IndexSet all = texts.startingWith(found.text());
            IndexSet whole = IndexSet.range(1 + all.first(0), 1 + all.last(0));
            List<String> missing = describe(whole.difference(indices));
            described.add("*" + literal + (missing.isEmpty() ? "" : " except " + String.join(" and ", missing)));
            next = whole.last(0) + 1;
        }
        return described;
    }

    /// Whether a single name comes right before the wildcard of the same text, which tells about it.
    private boolean isOpened(int index, IndexSet indices) {
        if (index + 1 >= size() || !indices.contains(index + 1)) {
            return false;
        }
        TextAxis.TextClass next = texts.classAt(index);
        return !next.single() && next.text().equals(texts.classAt(index - 1).text());
    }
}
