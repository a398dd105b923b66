package dev.sekisho.model.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the problems of one run, so that all of them are reported together and in the order of the files.
///
/// A problem that is added twice counts once. Of each severity only the first few hundred are kept: a file of
/// the wrong kind should not print a million lines; [#all] then ends in a note that says how many there are.
/// Not safe for use by several threads at once.
public final class Diagnostics {
    /// How many problems of one severity are kept unless the constructor says otherwise.
    public static final int DEFAULT_LIMIT = 200;

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::at, SourceLocation.ORDER);

    private final int limit;
    private final Map<Severity, Set<Diagnostic>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> dropped = new EnumMap<>(Severity.class);
    private final SourceTexts sources = new SourceTexts();

    public Diagnostics() {
        this(DEFAULT_LIMIT);
    }

    /// A collector that keeps at most `limit` problems of each severity.
    public Diagnostics(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit is at least 1: " + limit);
        }
        this.limit = limit;
        for (Severity severity : Severity.values()) {
            kept.put(severity, new LinkedHashSet<>());
            dropped.put(severity, 0L);
        }
    }

    public void add(Diagnostic diagnostic) {
        Set<Diagnostic> same = of(diagnostic.severity());
        if (same.size() < limit) {
            same.add(diagnostic);
        } else if (!same.contains(diagnostic)) {
            dropped.merge(diagnostic.severity(), 1L, Long::sum);
        }
    }

    public void addAll(Iterable<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    public void error(String code, SourceLocation at, String problem, String remedy) {
        add(Diagnostic.error(code, at, problem).withRemedy(remedy));
    }

    public void warning(String code, SourceLocation at, String problem, String remedy) {
        add(Diagnostic.warning(code, at, problem).withRemedy(remedy));
    }

    public void note(String code, SourceLocation at, String problem, String remedy) {
        add(Diagnostic.note(code, at, problem).withRemedy(remedy));
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public boolean isEmpty() {
        for (Severity severity : Severity.values()) {
            if (count(severity) > 0) {
                return false;
            }
        }
        return true;
    }

    /// The number of problems of that severity, with those that were not kept.
    public long count(Severity severity) {
        return of(severity).size() + dropped.getOrDefault(severity, 0L);
    }

    /// All kept problems by file, line and column; at one place in the order they were found. Last, a note for
    /// each severity of which not all were kept.
    public List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>();
        kept.values().forEach(all::addAll);
        all.sort(ORDER);
        dropped.forEach((severity, more) -> {
            if (more > 0) {
                all.add(Diagnostic.note("MORE_PROBLEMS", SourceLocation.UNKNOWN,
                        "and " + more + " more " + severity + (more == 1 ? "" : "s")));
            }
        });
        return List.copyOf(all);
    }

    /// The texts of the files read in this run; readers put them here so that problems can quote their line.
    public SourceTexts sources() {
        return sources;
    }

    private Set<Diagnostic> of(Severity severity) {
        return kept.computeIfAbsent(severity, any -> new LinkedHashSet<>());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        all().forEach(diagnostic -> out.append(diagnostic).append('\n'));
        return out.toString();
    }
}
