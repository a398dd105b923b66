package dev.sekisho.simulator.inbound;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exposure.Exposure;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Asks for every Service that is to be reached from outside, and for every place, whether exactly the wanted clients reach
/// it and their replies get back.
///
/// A place of which some clients are wanted is answered in two parts. Beside the Services, the node ports are asked
/// about, which Kubernetes opens for every load balancer: only the cluster's own machines are to reach them.
public final class InboundProof {
    private static final String NODE_PORTS = "node ports";
    private static final String NODE_PORT_RANGE = "any:30000-32767";
    private static final int SOME_NODE_PORT = 30_000;
    private static final IpAddress PROBES = IpAddress.parse("168.63.129.16");

    private final ClusterIntent intent;
    private final SubnetView nodes;
    private final Manifests manifests;
    private final List<ExposureRow> answers;
    private final List<InboundRow> rows = new ArrayList<>();

    private InboundProof(Environment environment, ClusterIntent intent, SubnetView nodes, Manifests manifests) {
        this.intent = intent;
        this.nodes = nodes;
        this.manifests = manifests;
        this.answers = Exposure.of(environment, List.of(nodes), manifests);
    }

    /// Proves the ways in of a cluster. Where its node subnet or the manifest of a Service is missing, nobody knows who gets in,
    /// and the rows say so.
    ///
    /// @param environment what exists or is planned; the node subnet is the one of that name, or of that range
    public static InboundReport of(Environment environment, ClusterIntent intent, Manifests manifests) {
        if (intent.inbound().isEmpty()) {
            return InboundReport.NONE;
        }
        Optional<SubnetView> nodes = nodes(new Views(environment), intent.network());
        return nodes.isEmpty()
                ? new InboundReport(intent.inbound().stream().flatMap(entry -> undescribed(entry,
                        "the node subnet " + intent.network().nodeSubnet().prefix() + " is not described",
                        "describe it with --env").stream()).toList())
                : new InboundProof(environment, intent, nodes.get(), manifests).report();
    }

    private static Optional<SubnetView> nodes(Views views, NetworkIntent network) {
        SubnetIntent subnet = network.nodeSubnet();
        return views.subnet(network.vnet().name(), subnet.name())
                .or(() -> views.subnetOf(subnet.prefix().last())
                        .filter(view -> view.subnet().prefixes().contains(subnet.prefix())));
    }

    private InboundReport report() {
        for (InboundIntent entry : intent.inbound()) {
            List<ExposureRow> own = answers.stream().filter(answer -> answer.service().equals(entry.toString())
                    && answer.entry() != Entry.NODE_PORT).toList();
            if (own.stream().noneMatch(answer -> answer.port().equals(port(entry)))) {
                boolean known = manifests.services().stream()
                        .anyMatch(service -> service.toString().equals(entry.toString()));
                rows.addAll(undescribed(entry, known ? "its manifest has no port " + port(entry)
                        : "no manifest describes it", "name its manifest with --env"));
            }
            WantedClients clients = new WantedClients(intent.network(), entry);
            own.forEach(answer -> answer(entry, answer, clients));
        }
        nodePorts();
        probes();
        return new InboundReport(rows);
    }

    private static String port(InboundIntent entry) {
        return entry.protocol().text() + ":" + entry.port();
    }

    private static List<InboundRow> undescribed(InboundIntent entry, String why, String fix) {
        return entry.from().stream().map(origin -> new InboundRow(entry.toString(), port(entry), origin.text(),
                origin.text(), true, Reach.UNKNOWN, why, Optional.empty(), Optional.of(fix), Optional.empty()))
                .toList();
    }

    /// Other ports of the Service than the wanted one are for nobody.
    private void answer(InboundIntent entry, ExposureRow answer, WantedClients clients) {
        if (!answer.port().equals(port(entry))) {
            rows.add(row(answer, answer.place().name(), answer.place().kind().text(), false, answer.parts()));
            return;
        }
        clients.door(answer.place()).filter(_ -> !clients.areFreeToCome(answer.place()))
                .ifPresentOrElse(door -> door(answer, door), () -> split(answer, clients));
    }

    /// What comes out of a gateway or a Private Link service has an address of its subnet.
    private void door(ExposureRow answer, Origin door) {
        String what = door == Origin.APPLICATION_GATEWAY ? "Application Gateway" : "Private Link service";
        rows.add(row(answer, what + " in " + answer.place().name(), door.text(), true, answer.parts()));
    }

    private void split(ExposureRow answer, WantedClients clients) {
        Place place = answer.place();
        if (place.addresses().isEmpty()) {
            rows.add(row(answer, place.name(), place.kind().text(), clients.areEndpointsElsewhere(), answer.parts()));
            return;
        }
        AddressSet wanted = clients.of(place);
        List<ExposureRow.Part> inside = answer.parts().stream().filter(part -> part.clients().overlaps(wanted))
                .toList();
        List<ExposureRow.Part> outside = answer.parts().stream().filter(part -> !wanted.containsAll(part.clients()))
                .filter(part -> !clients.comeByWantedGateway(part)).toList();
        if (!wanted.isEmpty() && !clients.areFreeToCome(place)) {
            rows.add(row(answer, place.name() + (outside.isEmpty() ? "" : ", in sourceRanges"), place.kind().text(),
                    true, inside));
        }
        if (!outside.isEmpty()) {
            rows.add(row(answer, place.name() + (wanted.isEmpty() ? "" : ", other clients"), place.kind().text(),
                    false, outside));
        }
    }

    /// The part that is least as wanted tells for all.
    private static InboundRow row(ExposureRow answer, String place, String kind, boolean wanted,
            List<ExposureRow.Part> parts) {
        Optional<ExposureRow.Part> wrong = parts.stream().filter(part -> !isMet(part, wanted)).findFirst();
        ExposureRow.Part told = wrong.or(() -> parts.stream().findFirst())
                .orElseGet(() -> new ExposureRow.Part(AddressSet.EMPTY, answer.reach(), answer.why(), answer.reply(),
                        false));
        return new InboundRow(answer.service(), answer.port(), place, kind, wanted, told.reach(), told.why(),
                told.reply(), wrong.flatMap(_ -> answer.mend()).map(Object::toString),
                told.clients().first().map(client -> "from " + client).or(answer::witness));
    }

    private static boolean isMet(ExposureRow.Part part, boolean wanted) {
        return wanted ? part.reach() == Reach.REACHABLE && part.reply().filter(Reply.Way.SYMMETRIC::equals).isPresent()
                : part.reach() == Reach.NOT_REACHABLE;
    }

    /// Of all Services, one row for each place: what is wrong counts.
    private void nodePorts() {
        SequencedMap<Place, InboundRow> byPlace = new LinkedHashMap<>();
        for (ExposureRow answer : answers) {
            if (answer.entry() == Entry.NODE_PORT) {
                InboundRow row = row(answer, answer.place().name(), answer.place().kind().text(),
                        own().containsAll(answer.place().addresses()), answer.parts());
                InboundRow renamed = new InboundRow(NODE_PORTS, NODE_PORT_RANGE, row.place(), row.kind(), row.wanted(),
                        row.reach(), row.why(), row.reply(), row.fix(), row.witness());
                byPlace.merge(answer.place(), renamed, (known, other) -> known.met() ? other : known);
            }
        }
        rows.addAll(byPlace.values());
    }

    /// A load balancer sends nothing to nodes whose health it cannot ask about, and it asks at the node ports.
    private void probes() {
        IpAddress node = intent.network().nodeSubnet().prefix().last();
        Flow flow = new Flow(PROBES, Optional.of(node), Optional.empty(), IpProtocol.TCP,
                OptionalInt.of(SOME_NODE_PORT), Optional.empty(), Flow.Marks.NONE);
        NsgVerdict verdict = NsgInterpreter.inbound(nodes, flow);
        Reach reach = switch (verdict.action()) {
            case ALLOW -> Reach.REACHABLE;
            case DENY -> Reach.NOT_REACHABLE;
            case UNKNOWN -> Reach.UNKNOWN;
        };
        rows.add(new InboundRow(NODE_PORTS, NODE_PORT_RANGE, "Azure's health probes", "probes", true, reach,
                verdict.toString(),
                reach == Reach.REACHABLE ? Optional.of(Reply.Way.SYMMETRIC) : Optional.empty(), Optional.empty(),
                Optional.of("from " + PROBES + " to " + node + ":" + SOME_NODE_PORT)));
    }

    private AddressSet own() {
        Stream<IpPrefix> pods = intent.network().podSubnet()
                .filter(_ -> intent.cluster().networkPlugin() == NetworkPlugin.POD_SUBNET).map(SubnetIntent::prefix)
                .stream();
        return AddressSet.ofPrefixes(
                Stream.concat(Stream.of(intent.network().nodeSubnet().prefix()), pods).toList());
    }
}
