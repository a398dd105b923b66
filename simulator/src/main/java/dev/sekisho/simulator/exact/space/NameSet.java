package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.name.FqdnPattern;
import java.util.ArrayList;
import java.util.List;

/// A set of names that a flow may show, and whether it holds the flows that show none.
///
/// @param unnamed whether flows without a name are in it
/// @param patterns a name is in it if one of these matches
/// @param except and none of these does
public record NameSet(boolean unnamed, List<FqdnPattern> patterns, List<FqdnPattern> except) {
    /// With or without a name.
    public static final NameSet ANY = new NameSet(true, List.of(FqdnPattern.ANY), List.of());
    /// Any name, but some name.
    public static final NameSet NAMED = new NameSet(false, List.of(FqdnPattern.ANY), List.of());
    /// No name.
    public static final NameSet UNNAMED = new NameSet(true, List.of(), List.of());

    public NameSet {
        patterns = List.copyOf(patterns);
        except = List.copyOf(except);
    }

    /// Returns the names that a list of patterns matches.
    public static NameSet of(List<FqdnPattern> patterns) {
        return new NameSet(false, patterns, List.of());
    }

    /// Returns the same set without some names.
    public NameSet without(List<FqdnPattern> others) {
        List<FqdnPattern> all = new ArrayList<>(except);
        all.addAll(others);
        return new NameSet(unnamed, patterns, all);
    }

    /// Returns those of some single names that are in this set.
    ///
    /// @param names patterns without an asterisk
    public NameSet among(List<FqdnPattern> names) {
        return new NameSet(false, names.stream().filter(this::contains).toList(), List.of());
    }

    private boolean contains(FqdnPattern name) {
        return patterns.stream().anyMatch(pattern -> pattern.covers(name))
                && except.stream().noneMatch(pattern -> pattern.covers(name));
    }

    /// Tells whether every flow is in it, whatever its name.
    public boolean isAny() {
        return unnamed && patterns.contains(FqdnPattern.ANY) && except.isEmpty();
    }

    /// Tells whether no flow is in it.
    public boolean isEmpty() {
        return !unnamed && patterns.isEmpty();
    }

    /// Tells whether some flow may be in both sets. False only where none is; what is left out is not looked at.
    boolean mayMeet(NameSet other) {
        if (unnamed && other.unnamed) {
            return true;
        }
        for (FqdnPattern pattern : patterns) {
            for (FqdnPattern theirs : other.patterns) {
                if (pattern.covers(theirs) || theirs.covers(pattern)) {
                    return true;
                }
            }
        }
        return false;
    }
}
