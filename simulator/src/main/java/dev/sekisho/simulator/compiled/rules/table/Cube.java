package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;

/// What a rule matches, in classes: a set for each of three fields. What the fields are is for the caller to say; the
/// second one may be addresses or names.
public record Cube(ClassSet sources, ClassSet destinations, ClassSet services) {

    /// Tells whether it matches nothing.
    public boolean isEmpty() {
        return sources.size() == 0 || destinations.size() == 0 || services.size() == 0;
    }

    /// Tells whether it matches everything.
    public boolean isAll(ClassCounts counts) {
        return sources.size() == counts.sources() && destinations.size() == counts.destinations()
                && services.size() == counts.services();
    }
}
