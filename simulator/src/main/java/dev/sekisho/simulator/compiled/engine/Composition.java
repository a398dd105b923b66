package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Flows that stand for several: from a pod that may show any of its nodes' addresses, to a name that may have any public
/// address (`R-23`, `DNS-1`). The tables are asked about each beginning, and the outcomes put together as the interpreter does
/// with worlds.
final class Composition {
    private static final int MOST_BEGINNINGS = 1_000;

    private final PathTables tables;
    private final PathInterpreter interpreter;
    private final PathOptions options;
    private final boolean privateSourcesOnly;
    private final Map<String, Integer> zones = new HashMap<>();

    /// @param subnets the zones of the tables, in order
    /// @param privateSourcesOnly whether the replies to public addresses are in question
    Composition(PathTables tables, PathInterpreter interpreter, PathOptions options, List<SubnetView> subnets,
            boolean privateSourcesOnly) {
        this.tables = tables;
        this.interpreter = interpreter;
        this.options = options;
        this.privateSourcesOnly = privateSourcesOnly;
        for (int i = 0; i < subnets.size(); i++) {
            zones.put(subnets.get(i).name(), i);
        }
    }

    /// What becomes of a flow; nothing where some of it is left open.
    Optional<Outcome> of(FlowBatch batch, int i) {
        Flow flow = batch.flow(i);
        List<PathInterpreter.Beginning> beginnings = interpreter.beginnings(flow, options);
        if (beginnings.isEmpty() || beginnings.size() > MOST_BEGINNINGS) {
            return Optional.empty();
        }
        FlowBatch one = new FlowBatch(1);
        List<Outcome> outcomes = new ArrayList<>();
        for (PathInterpreter.Beginning beginning : beginnings) {
            Optional<Outcome> outcome = beginning.insideCluster()
                    ? Optional.of(new Outcome(PathResult.BYPASSES_FIREWALL, Optional.empty(), Optional.empty(),
                            Optional.empty(), Optional.empty(), Set.of()))
                    : of(beginning, flow, one);
            if (outcome.isEmpty()) {
                return Optional.empty();
            }
            outcomes.add(outcome.get());
        }
        boolean many = beginnings.stream().anyMatch(PathInterpreter.Beginning::standsForOthers);
        return Optional.of(together(outcomes, many));
    }

    private Optional<Outcome> of(PathInterpreter.Beginning beginning, Flow flow, FlowBatch one) {
        Integer zone = beginning.view().isEmpty()
                ? Integer.valueOf(PathTables.NO_SUBNET)
                : zones.get(beginning.view().get().name());
        if (zone == null || !(beginning.source() instanceof Ipv4Address)
                || !(beginning.destination() instanceof Ipv4Address)
                || privateSourcesOnly && WellKnownRanges.PUBLIC.contains(beginning.source())) {
            return Optional.empty();
        }
        IpAddress destination = beginning.destination();
        one.clear();
        one.add(flow.withSource(beginning.source()).withDestination(destination));
        if (one.forms[0] != FlowBatch.IPV4) {
            return Optional.empty();
        }
        tables.lookUp(one);
        return tables.decide(one, 0, zone) ? Optional.of(tables.outcome(one, 0)) : Optional.empty();
    }

    private static Outcome together(List<Outcome> all, boolean many) {
        Outcome first = all.getFirst();
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        all.forEach(outcome -> assumptions.addAll(outcome.assumptions()));
        boolean agree = all.stream().allMatch(outcome -> outcome.result() == first.result()
                && outcome.delivery().equals(first.delivery()));
        boolean sameRoute = all.stream().allMatch(outcome -> leadsWhere(outcome.route(), first.route()));
        if (agree) {
            Optional<RouteVerdict> route = sameRoute ? first.route() : Optional.of(RouteVerdict.unknown(Basis.NONE));
            Outcome whole = new Outcome(first.result(), first.nsg(), route, first.firewall(), first.delivery(),
                    assumptions);
            boolean oneOfMany = many
                    && route.filter(known -> known.nextHopType() == HopType.SERVICE_ENDPOINT).isPresent();
            return oneOfMany ? whole.withRoutePrefix(Optional.empty()) : whole;
        }
        Optional<RouteVerdict> route = sameRoute && first.route().isPresent()
                ? first.route()
                : Optional.of(RouteVerdict.unknown(Basis.NONE));
        return new Outcome(PathResult.UNKNOWN, Optional.empty(), route, firewall(all), Optional.empty(), assumptions);
    }

    private static boolean leadsWhere(Optional<RouteVerdict> one, Optional<RouteVerdict> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get().leadsWhere(other.get()));
    }

    /// The firewall that was asked, without its decision where that is not the same for all.
    private static Optional<Outcome.FirewallDecision> firewall(List<Outcome> all) {
        Optional<Outcome.FirewallDecision> asked = all.stream().flatMap(outcome -> outcome.firewall().stream())
                .findFirst();
        return asked.map(decision -> {
            boolean same = all.stream().allMatch(outcome -> outcome.firewall()
                    .filter(other -> other.action() == decision.action()).isPresent());
            return same
                    ? decision
                    : new Outcome.FirewallDecision(decision.firewall(), Action.UNKNOWN, Optional.empty(),
                            Optional.empty(), Optional.empty());
        });
    }
}
