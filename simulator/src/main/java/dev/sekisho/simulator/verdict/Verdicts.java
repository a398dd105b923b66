package dev.sekisho.simulator.verdict;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.world.World;
import dev.sekisho.simulator.world.Worlds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One verdict out of the verdicts of all possible worlds: theirs, where they agree, else unknown with one outcome for
/// each side.
public final class Verdicts {
    /// The code of the warning that not every combination of what is unknown was tried.
    public static final String TOO_MANY_UNKNOWNS = "TOO_MANY_UNKNOWNS";

    private Verdicts() {}

    /// Merges routes; two agree if they lead to the same next hop.
    public static RouteVerdict route(Function<World, RouteVerdict> evaluate) {
        Worlds.Survey<RouteVerdict> survey = Worlds.survey(evaluate,
                route -> List.of(route.nextHopType(), route.nextHopIpAddress()));
        RouteVerdict first = survey.distinct().getFirst().value();
        Basis basis = basis(survey, RouteVerdict::basis, RouteVerdict::toString);
        return survey.agrees() ? first.on(basis) : RouteVerdict.unknown(basis);
    }

    /// Merges verdicts of security groups; two agree if their actions do.
    public static NsgVerdict nsg(Function<World, NsgVerdict> evaluate) {
        Worlds.Survey<NsgVerdict> survey = Worlds.survey(evaluate, NsgVerdict::action);
        NsgVerdict first = survey.distinct().getFirst().value();
        Basis basis = basis(survey, NsgVerdict::basis, NsgVerdict::toString);
        return survey.agrees()
                ? first.on(basis)
                : new NsgVerdict(Action.UNKNOWN, Optional.empty(), Optional.empty(), basis);
    }

    /// Merges verdicts of a firewall; two agree if their actions and deliveries do.
    public static <A> FirewallVerdict firewall(List<Worlds.Alternative<A>> alternatives,
            BiFunction<A, World, FirewallVerdict> evaluate) {
        Worlds.Survey<FirewallVerdict> survey = Worlds.survey(alternatives, evaluate,
                verdict -> List.of(verdict.action(), verdict.delivery()));
        FirewallVerdict first = survey.distinct().getFirst().value();
        Basis basis = basis(survey, FirewallVerdict::basis, FirewallVerdict::toString);
        return survey.agrees() ? first.on(basis) : FirewallVerdict.unknown(first.firewall(), basis);
    }

    /// Returns what the verdicts of a survey rest on together: the steps of the first, the assumptions of all, and the
    /// outcomes where they differ.
    public static <V> Basis basis(Worlds.Survey<V> survey, Function<V, Basis> basisOf, Function<V, String> text) {
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Worlds.Outcome<V> outcome : survey.all()) {
            assumptions.addAll(basisOf.apply(outcome.value()).assumptions());
            diagnostics.addAll(basisOf.apply(outcome.value()).diagnostics());
        }
        if (!survey.complete()) {
            diagnostics.add(Diagnostic.warning(TOO_MANY_UNKNOWNS, SourceLocation.UNKNOWN,
                    "too much is unknown to try every combination of it"));
        }
        List<Possibility> possibilities = survey.agrees()
                ? List.of()
                : survey.distinct().stream()
                        .map(outcome -> new Possibility(text.apply(outcome.value()), outcome.because())).toList();
        Basis first = basisOf.apply(survey.distinct().getFirst().value());
        return new Basis(assumptions, possibilities, diagnostics, first.steps());
    }
}
