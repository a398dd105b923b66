package dev.sekisho.simulator.compiled.clause;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.simulator.compiled.rules.field.Service;
import java.util.ArrayList;
import java.util.List;

/// The rules of one list in order, each as boxes with what they decide: a number, or [#DEFER] where only the interpreter
/// can tell whether the rule matches or what the match rests on.
///
/// @param <D> how destinations are written: sets of addresses, or of names
public final class Clauses<D> {
    /// Whatever comes here, the engine does not decide it.
    public static final int DEFER = -2;

    private final List<Clause<D>> all = new ArrayList<>();

    /// One box.
    record Clause<D>(AddressSet sources, D destinations, Service service, int decision) {}

    List<Clause<D>> all() {
        return all;
    }

    /// Adds a rule's boxes of one certainty, one for each service.
    public void add(AddressSet sources, D destinations, List<Service> services, int decision) {
        if (!sources.isEmpty()) {
            services.forEach(service -> all.add(new Clause<>(sources, destinations, service, decision)));
        }
    }
}
