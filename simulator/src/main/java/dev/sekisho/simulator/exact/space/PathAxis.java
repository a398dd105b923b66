package dev.sekisho.simulator.exact.space;

import dev.sekisho.simulator.exact.diagram.IndexSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All paths of URLs, told apart by the paths that rules name.
final class PathAxis {
    private final TextAxis texts;

    PathAxis(Iterable<PathSet> sets) {
        TreeSet<String> exact = new TreeSet<>();
        TreeSet<String> beginnings = new TreeSet<>();
        for (PathSet set : sets) {
            exact.addAll(set.exact());
            beginnings.addAll(set.below());
        }
        this.texts = new TextAxis(exact, beginnings);
    }

    int size() {
        return texts.size();
    }

    int index(String path) {
        return texts.index(path.isEmpty() ? "/" : path);
    }

    IndexSet indices(PathSet set) {
        if (set.isAny()) {
            return IndexSet.range(0, size() - 1);
        }
        return IndexSet.unionOf(Stream.concat(set.exact().stream().map(texts::exactly),
                set.below().stream().map(texts::startingWith)).toList());
    }

    String example(IndexSet indices) {
        if (indices.contains(index("/"))) {
            return "/";
        }
        TextAxis.TextClass wanted = texts.classAt(indices.first(0));
        String start = wanted.text().isEmpty() ? "/" : wanted.text();
        return wanted.single() ? wanted.text() : IntStream.range(0, 1_000).mapToObj(i -> start + "x" + i)
                .filter(path -> indices.contains(texts.index(path))).findFirst().orElse(start);
    }

    /// Some classes as paths, each beginning with an asterisk behind it.
    List<String> describe(IndexSet indices) {
        List<String> described = new ArrayList<>();
        indices.stream().mapToObj(texts::classAt)
                .forEach(found -> described.add(found.single() ? found.text() : found.text() + "*"));
        return described;
    }
}
