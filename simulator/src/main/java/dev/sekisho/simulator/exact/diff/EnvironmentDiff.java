package dev.sekisho.simulator.exact.diff;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.ResultLayers;
import dev.sekisho.simulator.exact.path.PathFunction;
import dev.sekisho.simulator.exact.path.StandInFirewalls;
import dev.sekisho.simulator.path.PathOptions;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The difference of two environments, as the sets of flows of which something else becomes. No change means that they are
/// equivalent: for every flow and whatever the answers to what nobody knows.
///
/// @param changes the most important kinds first
/// @param complete false where there are more changes than are listed
public record EnvironmentDiff(List<Change> changes, boolean complete) {
    public EnvironmentDiff {
        changes = List.copyOf(changes);
    }

    /// What to compare.
    ///
    /// @param firewall the firewall to ask where no route tells; otherwise each one in turn
    /// @param rules whether flows that another rule decides with the same result are a difference
    public record Question(Optional<String> firewall, boolean rules) {
        /// Results alone, and every firewall.
        public static final Question RESULTS = new Question(Optional.empty(), false);
    }

    /// Compares two environments.
    public static EnvironmentDiff of(Environment before, Environment after, Question question) {
        Environment first = StandInFirewalls.in(before);
        Environment second = StandInFirewalls.in(after);
        return of(first, second, question, firewall -> layer(first, firewall), firewall -> layer(second, firewall),
                new ResultLayers());
    }

    /// Compares two environments that have firewalls.
    ///
    /// @param was gives the layer of the first for the firewall to ask where no route tells
    /// @param is gives that of the second
    /// @param results what is known of their results
    static EnvironmentDiff of(Environment first, Environment second, Question question,
            Function<Optional<String>, Layer> was, Function<Optional<String>, Layer> is, ResultLayers results) {
        Set<Change> changes = new LinkedHashSet<>();
        boolean complete = true;
        for (Pair names : firewalls(first, second, question)) {
            EnvironmentDiff part = compare(was.apply(names.before()), is.apply(names.after()), question.rules(),
                    results);
            changes.addAll(part.changes());
            complete &= part.complete();
        }
        return new EnvironmentDiff(changes.stream().sorted(Comparator.comparing(Change::kind)).toList(), complete);
    }

    /// The firewalls to ask where no route tells, on both sides.
    private record Pair(Optional<String> before, Optional<String> after) {}

    /// Where each side has one firewall at most, the two are compared whatever their names.
    private static List<Pair> firewalls(Environment before, Environment after, Question question) {
        if (question.firewall().isPresent()) {
            return List.of(new Pair(question.firewall(), question.firewall()));
        }
        if (before.firewalls().size() <= 1 && after.firewalls().size() <= 1) {
            return List.of(new Pair(Optional.empty(), Optional.empty()));
        }
        Map<String, String> names = new TreeMap<>();
        Stream.concat(before.firewalls().stream(), after.firewalls().stream()).map(Firewall::name)
                .forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return names.values().stream().map(name -> new Pair(Optional.of(name), Optional.of(name))).toList();
    }

    private static Layer layer(Environment environment, Optional<String> firewall) {
        return PathFunction.of(environment, firewall.map(PathOptions.NONE::withFirewall).orElse(PathOptions.NONE));
    }

    private static EnvironmentDiff compare(Layer before, Layer after, boolean rules, ResultLayers results) {
        return Comparison.of(before, after, rules, results).map(Comparison::diff)
                .orElse(new EnvironmentDiff(List.of(), true));
    }

    /// Tells whether two layers have the same result for every flow, whatever the answers to what nobody knows.
    public static boolean isNone(Layer before, Layer after) {
        return Comparison.of(before, after, false, new ResultLayers()).map(Comparison::isNone).orElse(true);
    }
}
