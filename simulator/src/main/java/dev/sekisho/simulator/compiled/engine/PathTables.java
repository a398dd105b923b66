package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.compiled.clause.Clauses;
import dev.sekisho.simulator.compiled.clause.FlowClasses;
import dev.sekisho.simulator.compiled.clause.RuleTable;
import dev.sekisho.simulator.compiled.filter.GateDecisions;
import dev.sekisho.simulator.compiled.filter.Ruling;
import dev.sekisho.simulator.compiled.filter.SecurityGate;
import dev.sekisho.simulator.compiled.name.NamePartition;
import dev.sekisho.simulator.compiled.way.Leg;
import dev.sekisho.simulator.compiled.way.NextSteps;
import dev.sekisho.simulator.compiled.way.Way;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The tables that decide about flows of IPv4, each an array or a rule table over the classes of [FlowClasses]. Immutable, so
/// threads may share it; the partial answers of a flow go to the columns of its [FlowBatch].
///
/// ```text
/// zones     [source class] = place of the subnet, or NO_SUBNET, or OPEN
/// ways      [zone][destination class] = number of a Way; one table for flows whose name tells that they go to no service
///           endpoint of unknown addresses, one for the others
/// outbound  [zone], inbound [subnet]: SecurityGate over (source, destination, service) classes
/// firewalls [firewall]: RuleTable over (source, destination, service), then over (source, name, application)
/// legs      [firewall][kind of translation][destination class] = number of a Leg
/// ```
final class PathTables {
    static final int NO_SUBNET = -1;
    static final int OPEN = -2;
    private static final int UNDECIDED = -1;
    private static final int NO_NAME = -2;
    private static final int TCP = IpProtocol.TCP.number();
    private static final int UDP = IpProtocol.UDP.number();

    final FlowClasses space;
    private final int[] zones;
    private final int[][] wayOf;
    private final int[][] namedWayOf;
    private final boolean[] serviceNames;
    private final List<Way> ways;
    private final SecurityGate[] outbound;
    private final SecurityGate[] inbound;
    private final GateDecisions gateDecisions;
    private final FirewallTables[] firewalls;
    private final List<Ruling> rulings;
    private final List<Leg> legs;
    private final NextSteps steps;
    private final Ruling.Carry[] carries;
    private final NextSteps legSteps;
    private final int[] legSources;
    private final boolean[] platform;
    private final boolean[] nodes;
    private final boolean[] pods;

    PathTables(EnginePlan plan) {
        this.space = plan.space;
        this.zones = plan.zones;
        this.wayOf = plan.wayOf;
        this.namedWayOf = plan.namedWayOf;
        this.serviceNames = plan.serviceNames;
        this.ways = List.copyOf(plan.ways);
        this.outbound = plan.outbound;
        this.inbound = plan.inbound;
        this.gateDecisions = plan.gateDecisions;
        this.firewalls = plan.firewalls;
        this.rulings = List.copyOf(plan.rulings);
        this.legs = List.copyOf(plan.legs);
        this.steps = NextSteps.ofWays(ways);
        this.carries = rulings.stream().map(Ruling::carry).toArray(Ruling.Carry[]::new);
        this.legSteps = NextSteps.ofLegs(legs);
        this.legSources = legs.stream().mapToInt(Leg::source).toArray();
        this.platform = plan.platform;
        this.nodes = plan.nodes;
        this.pods = plan.pods;
    }

    /// What the tables of one firewall are.
    ///
    /// @param openNames the classes of names that only the interpreter decides about
    /// @param legs numbers of legs by destination class: for packets, for packets without ports, for connections
    record FirewallTables(RuleTable network, RuleTable application, boolean[] openNames, int noRule, int[] packets,
            int[] portless, int[] connections) {}

    long bytes() {
        long gates = Stream.of(outbound, inbound).flatMap(Arrays::stream).mapToLong(SecurityGate::bytes).sum();
        long rules = Arrays.stream(firewalls).mapToLong(tables -> tables.network().bytes()
                + tables.application().bytes() + 3L * tables.packets().length * Integer.BYTES).sum();
        long routes = Stream.concat(Arrays.stream(wayOf), Arrays.stream(namedWayOf)).distinct()
                .mapToLong(table -> (long) table.length * Integer.BYTES).sum();
        return space.bytes() + gates + rules + routes;
    }

    /// Looks up the classes of every flow.
    void lookUp(FlowBatch batch) {
        int size = batch.size();
        space.sources().classesOf(batch.sources, 0, size, batch.sourceClasses);
        space.destinations().classesOf(batch.destinations, 0, size, batch.destinationClasses);
        space.services().classesOf(batch.protocols, batch.ports, 0, size, batch.serviceClasses);
        space.names().classesOf(batch.names, batch.nameStarts, batch.nameEnds, 0, size, batch.nameClasses);
        for (int i = 0; i < size; i++) {
            if (batch.forms[i] == FlowBatch.NO_DESTINATION) {
                batch.destinationClasses[i] = space.noDestination();
            } else if (batch.forms[i] == FlowBatch.WIDE) {
                Flow flow = batch.flow(i);
                batch.sourceClasses[i] = space.sourceClass(flow.source());
                batch.destinationClasses[i] = flow.destination().map(space::destinationClass)
                        .orElse(space.noDestination());
            }
        }
    }

    /// Fills the partial answers of a flow between IPv4 addresses; false where something is left open.
    boolean decide(FlowBatch batch, int i) {
        int source = batch.sourceClasses[i];
        int zone = zones[source];
        return zone != OPEN && !(nodes[source] && pods[batch.destinationClasses[i]]) && decide(batch, i, zone);
    }

    /// Fills the partial answers of a flow whose addresses are those that the network sees.
    ///
    /// @param zone the place of the subnet that it starts in, or [#NO_SUBNET]
    boolean decide(FlowBatch batch, int i, int zone) {
        int source = batch.sourceClasses[i];
        int destination = batch.destinationClasses[i];
        int service = batch.serviceClasses[i];
        batch.outbound[i] = SecurityGate.NOTHING;
        batch.inbound[i] = SecurityGate.NOTHING;
        batch.ways[i] = UNDECIDED;
        batch.rulings[i] = UNDECIDED;
        batch.legs[i] = UNDECIDED;
        if (zone != NO_SUBNET) {
            if (platform[destination]) {
                if (outbound[zone].defersPlatform()) {
                    return false;
                }
            } else {
                long gate = outbound[zone].decide(source, destination, service);
                batch.outbound[i] = gate;
                if (gate == SecurityGate.DEFER || gateDecisions.deniesPacked(gate)) {
                    return gate != SecurityGate.DEFER;
                }
            }
        }
        int name = batch.hasName(i) ? batch.nameClasses[i] : NO_NAME;
        int way = (name >= 0 && !serviceNames[name] ? namedWayOf : wayOf)[zone + 1][destination];
        batch.ways[i] = way;
        return switch (steps.kinds()[way]) {
            case NextSteps.END -> true;
            case NextSteps.OPEN -> false;
            case NextSteps.ASK -> ask(firewalls[steps.targets()[way]], name, batch, i);
            case NextSteps.DELIVER -> enter(steps.targets()[way], source, batch, i);
            default -> throw new IllegalStateException("no way is of kind " + steps.kinds()[way]);
        };
    }

    private boolean enter(int subnet, int source, FlowBatch batch, int i) {
        batch.inbound[i] = inbound[subnet].decide(source, batch.destinationClasses[i], batch.serviceClasses[i]);
        return batch.inbound[i] != SecurityGate.DEFER;
    }

    private boolean ask(FirewallTables firewall, int name, FlowBatch batch, int i) {
        int ruling = firewall.network().decide(batch.sourceClasses[i], batch.destinationClasses[i],
                batch.serviceClasses[i]);
        int protocol = batch.protocols[i] & 0xff;
        boolean application = batch.applications[i] != FlowBatch.NO_APPLICATION && protocol == TCP;
        if (name == NO_NAME && application && ruling == RuleTable.NONE) {
            return false;
        }
        if (name != NO_NAME) {
            if (name == NamePartition.UNDECIDED || firewall.openNames()[name]) {
                return false;
            }
            if (ruling == RuleTable.NONE && application) {
                ruling = firewall.application().decide(batch.sourceClasses[i], name,
                        space.applications().classOf(batch.applications[i], batch.ports[i]));
            }
        }
        if (ruling == Clauses.DEFER) {
            return false;
        }
        batch.rulings[i] = ruling == RuleTable.NONE ? firewall.noRule() : ruling;
        return switch (carries[batch.rulings[i]]) {
            case NOTHING -> true;
            case PACKETS -> carry(protocol == TCP || protocol == UDP ? firewall.packets() : firewall.portless(), batch,
                    i);
            case CONNECTION -> carry(firewall.connections(), batch, i);
        };
    }

    private boolean carry(int[] legOf, FlowBatch batch, int i) {
        batch.legs[i] = legOf[batch.destinationClasses[i]];
        int leg = batch.legs[i];
        int shown = legSources[leg];
        return legSteps.kinds()[leg] == NextSteps.END || legSteps.kinds()[leg] == NextSteps.DELIVER
                && enter(legSteps.targets()[leg], shown == Leg.OWN ? batch.sourceClasses[i] : shown, batch, i);
    }

    /// Puts the partial answers of a flow together.
    Outcome outcome(FlowBatch batch, int i) {
        Set<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        Optional<NsgVerdict> out = verdict(batch.outbound[i], assumptions);
        if (batch.ways[i] == UNDECIDED) {
            return new Outcome(PathResult.DROPPED_BY_NSG, out, Optional.empty(), Optional.empty(), Optional.empty(),
                    assumptions);
        }
        Way way = ways.get(batch.ways[i]);
        assumptions.addAll(way.assumptions());
        boolean stopped = gateDecisions.deniesPacked(batch.inbound[i]);
        Optional<NsgVerdict> in = stopped ? verdict(batch.inbound[i], assumptions) : Optional.empty();
        return switch (way.next()) {
            case Way.Next.End(PathResult result) -> new Outcome(result, out, way.route(), Optional.empty(),
                    Optional.empty(), assumptions);
            case Way.Next.Deliver _ -> new Outcome(
                    stopped ? PathResult.DROPPED_BY_NSG : PathResult.BYPASSES_FIREWALL, stopped ? in : out, way.route(),
                    Optional.empty(), Optional.empty(), assumptions);
            case Way.Next.Ask _ -> {
                Ruling ruling = rulings.get(batch.rulings[i]);
                assumptions.addAll(ruling.assumptions());
                Optional<Delivery> lost = stopped ? Optional.of(Delivery.DROPPED_BY_NSG) : Optional.empty();
                if (batch.legs[i] != UNDECIDED) {
                    Leg leg = legs.get(batch.legs[i]);
                    assumptions.addAll(leg.assumptions());
                    lost = leg.delivery().or(() -> stopped ? Optional.of(Delivery.DROPPED_BY_NSG) : Optional.empty());
                }
                yield new Outcome(ruling.action() == Action.ALLOW ? PathResult.ALLOW : PathResult.DENY, out,
                        way.route(),
                        Optional.of(Outcome.FirewallDecision.of(ruling)), lost, assumptions);
            }
            case Way.Next.Open _ -> throw new IllegalStateException("an open way has no outcome");
        };
    }

    private Optional<NsgVerdict> verdict(long packed, Set<Assumption> assumptions) {
        List<GateDecisions.Decision> decisions = gateDecisions.of(packed);
        decisions.forEach(decision -> assumptions.addAll(decision.assumptions()));
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new NsgVerdict(decisions.getLast().denies() ? Action.DENY : Action.ALLOW,
                        Optional.of(decisions.getLast().group()), Optional.of(decisions.getLast().rule()),
                        Basis.NONE));
    }
}
