package dev.sekisho.simulator.exposure.entrance;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.kubernetes.KubernetesService;
import dev.sekisho.model.kubernetes.ServicePort;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.view.SubnetView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Whether the probes of a load balancer reach the nodes. One that they do not reach gets nothing, and others get its part.
///
/// Source: the page "Load Balancer health probes": probes come from 168.63.129.16.
record Probes(NodeRules rules) {
    static final PortRange NODE_PORTS = new PortRange(30_000, 32_767);
    private static final IpAddress PROBE = IpAddress.parse("168.63.129.16");

    /// A node that stands for those that nothing tells apart from it.
    record Machine(SubnetView view, IpAddress address) {}

    /// The nodes that a load balancer sends to.
    ///
    /// @param machines those that probes reach, or may reach
    /// @param closed why nobody gets in, or nobody knows, where probes reach none for certain
    record Health(List<Machine> machines, Optional<Answer> closed) {
        /// One of each subnet, where packets keep the load balancer's address and nodes of a subnet see the same.
        List<Machine> oneOfEachSubnet() {
            SequencedMap<String, Machine> first = new LinkedHashMap<>();
            machines.forEach(machine -> first.putIfAbsent(machine.view().name(), machine));
            return List.copyOf(first.values());
        }
    }

    /// @param machines one node of each class in a subnet
    Health of(KubernetesService service, ServicePort port, List<SubnetView> nodes,
            Function<SubnetView, List<IpAddress>> machines) {
        List<Machine> reached = new ArrayList<>();
        Optional<Answer> closed = Optional.empty();
        boolean certain = false;
        for (SubnetView view : nodes) {
            for (IpAddress node : machines.apply(view)) {
                Machine machine = new Machine(view, node);
                Optional<Answer> denied = denied(service, port, machine);
                if (denied.isEmpty()) {
                    certain = true;
                    reached.add(machine);
                } else {
                    reached.addAll(denied.get().reach() == Reach.UNKNOWN ? List.of(machine) : List.of());
                    closed = Optional.of(closed.map(denied.get()::orBetter).orElseGet(denied::get));
                }
            }
        }
        return new Health(reached, certain ? Optional.empty() : closed);
    }

    private Optional<Answer> denied(KubernetesService service, ServicePort port, Machine machine) {
        SubnetView plain = rules.plain(machine.view());
        Set<Integer> ports = service.nodeTraffic().local()
                ? ports(service.nodeTraffic().healthCheckPort(), machine.view())
                : ports(port.nodePort(), machine.view());
        List<NsgVerdict> verdicts = ports.stream().map(number -> NsgInterpreter.inbound(plain,
                new Flow(PROBE, Optional.of(machine.address()), Optional.empty(), IpProtocol.TCP,
                        OptionalInt.of(number), Optional.empty(), Flow.Marks.NONE)))
                .toList();
        return verdicts.stream().filter(one -> one.action() == Action.DENY).findFirst().map(one -> {
            String why = "the load balancer's probes of nodes in " + machine.view().name() + " are denied: " + one;
            boolean all = verdicts.stream().allMatch(other -> other.action() == Action.DENY);
            return (all ? Answer.no(why) : Answer.unknown("perhaps " + why)).with(Mend.ALLOW_PROBES);
        });
    }

    /// The port, or where Kubernetes chooses one of each class that security groups tell apart.
    static Set<Integer> ports(OptionalInt fixed, SubnetView view) {
        Set<Integer> ports = new TreeSet<>();
        if (fixed.isPresent()) {
            ports.add(fixed.getAsInt());
            return ports;
        }
        ports.add(NODE_PORTS.first());
        view.inboundGroups().stream().flatMap(group -> Entrances.rules(group).stream())
                .flatMap(rule -> rule.destination().ports().stream()).flatMap(entry -> entry.known().stream())
                .forEach(term -> {
                    if (term instanceof PortTerm.Range(PortRange range)) {
                        edge(range.first(), ports);
                        edge(range.last() + 1, ports);
                    }
                });
        return ports;
    }

    private static void edge(int port, Set<Integer> ports) {
        if (port >= NODE_PORTS.first() && port <= NODE_PORTS.last()) {
            ports.add(port);
        }
    }
}
