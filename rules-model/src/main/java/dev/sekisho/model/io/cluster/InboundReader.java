package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.InboundIntent.FirewallDoor;
import dev.sekisho.model.cluster.InboundIntent.GatewayDoor;
import dev.sekisho.model.cluster.InboundIntent.LinkDoor;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import dev.sekisho.model.name.Fqdn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads one entry of `inbound`.
final class InboundReader {
    /// Highest port that a DNAT rule takes (`FW-51`).
    private static final int HIGHEST_NAT_PORT = 63_999;
    private static final int MOST_LINK_ADDRESSES = 8;
    private static final int LAST_PRIORITY = 20_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Places places;
    private final Diagnostics diagnostics;

    InboundReader(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /// Reads an entry.
    ///
    /// @param path what the places of its values are called, such as `inbound.0`
    Optional<InboundIntent> read(Node item, String path) {
        long errorsBefore = diagnostics.count(Severity.ERROR);
        Fields fields = Fields.of(item, "an inbound Service", diagnostics);
        fields.require("name", "port", "from");
        places.note(path, item.at());
        fields.entries().forEach(entry -> places.note(path + "." + entry.key().text(), entry.value().at()));
        places.noteItems(path + ".sourceRanges", fields, "sourceRanges");
        places.noteItems(path + ".from", fields, "from");
        Optional<String> name = fields.parseString("name", Names::service);
        String namespace = fields.parseString("namespace", Names::label).orElse("default");
        SortedMap<String, String> selector = selector(fields);
        Optional<Integer> port = fields.integer("port", 1, PortRange.HIGHEST);
        Optional<String> targetPort = targetPort(fields);
        InboundIntent.Protocol protocol = Known.constant(fields, "protocol", InboundIntent.Protocol.class,
                InboundIntent.Protocol::text, diagnostics).orElse(InboundIntent.Protocol.TCP);
        Set<Origin> from = from(fields);
        Optional<IpAddress> ip = fields.parse("ip", IpAddress::parse, Prefixes.ADDRESS);
        Optional<SubnetIntent> subnet = NetworkIntentReader.subnet(fields, "subnet");
        List<IpPrefix> ranges = Prefixes.prefixes(fields, "sourceRanges");
        Optional<FirewallDoor> firewall = firewall(fields, path);
        Optional<GatewayDoor> gateway = gateway(fields, path);
        Optional<LinkDoor> link = link(fields, path);
        fields.finish();
        if (diagnostics.count(Severity.ERROR) > errorsBefore || name.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new InboundIntent(name.get(), namespace,
                selector.isEmpty() ? new TreeMap<>(Map.of("app", name.get())) : selector, port.get(),
                targetPort, protocol, from, ip, subnet, ranges, firewall, gateway, link, item.at()));
    }

    /// A number, or a name, which is text for every reader of YAML.
    private Optional<String> targetPort(Fields fields) {
        boolean number = fields.optional("targetPort").filter(node -> node instanceof Node.Scalar scalar
                && scalar.text().matches("[0-9]+")).isPresent();
        return number ? fields.parse("targetPort", Names::targetPort)
                : fields.parseString("targetPort", Names::targetPort);
    }

    private Set<Origin> from(Fields fields) {
        Set<Origin> from = new LinkedHashSet<>();
        List<Node.Scalar> words = fields.scalars("from");
        for (Node.Scalar word : words) {
            Known.constant(word, "an item of 'from'", Origin.class, Origin::text, diagnostics).ifPresent(origin -> {
                if (!from.add(origin)) {
                    diagnostics.error("DUPLICATE_NAME", word.at(), "'" + origin + "' is listed twice",
                            "remove one of the two");
                }
            });
        }
        if (fields.has("from") && fields.optional("from").filter(Node.Sequence.class::isInstance).isPresent()
                && fields.list("from").isEmpty()) {
            diagnostics.error("NO_ORIGIN", fields.valueAt("from"), "nobody is to reach this Service",
                    "name a place, such as from: [vnet], or remove the entry");
        }
        return from;
    }

    private SortedMap<String, String> selector(Fields fields) {
        SortedMap<String, String> labels = new TreeMap<>();
        fields.mapping("selector").ifPresent(selector -> {
            for (Node.Entry entry : selector.entries()) {
                Scalars.parse(entry.key(), Names::labelKey, "", diagnostics)
                        .flatMap(key -> selector.parseString(key, Names::labelValue))
                        .ifPresent(value -> labels.put(entry.key().text(), value));
            }
        });
        return labels;
    }

    private Optional<FirewallDoor> firewall(Fields entry, String path) {
        return entry.mapping("internetThroughFirewall").map(fields -> {
            note(path + ".internetThroughFirewall", fields);
            Optional<IpAddress> publicIp = fields.parse("publicIp", IpAddress::parse, Prefixes.ADDRESS);
            OptionalInt publicPort = fields.integer("publicPort", 1, HIGHEST_NAT_PORT).map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
            fields.finish();
            return new FirewallDoor(publicIp, publicPort);
        });
    }

    private Optional<GatewayDoor> gateway(Fields entry, String path) {
        return entry.mapping("applicationGateway").flatMap(fields -> {
            note(path + ".applicationGateway", fields);
            fields.require("name", "subnet");
            Optional<String> name = fields.parseString("name", Names::resource);
            Optional<String> group = fields.parseString("resourceGroup", Names::resourceGroup);
            Optional<SubnetIntent> subnet = NetworkIntentReader.subnet(fields, "subnet");
            Optional<Fqdn> host = fields.parseString("host", Fqdn::parse, Prefixes.NAME);
            Optional<String> certificate = fields.parseString("certificate", Names::resource);
            int port = fields.integer("listenerPort", 1, PortRange.HIGHEST)
                    .orElse(certificate.isPresent() ? HTTPS : HTTP);
            boolean backendHttps = fields.bool("backendHttps").orElse(false);
            String probe = fields.parseString("probePath", Names::path).orElse("/");
            int priority = fields.integer("priority", 1, LAST_PRIORITY).orElse(100);
            fields.finish();
            return name.flatMap(n -> subnet.map(
                    s -> new GatewayDoor(n, group, s, host, port, certificate, backendHttps, probe, priority)));
        });
    }

    private Optional<LinkDoor> link(Fields entry, String path) {
        return entry.mapping("privateLink").map(fields -> {
            note(path + ".privateLink", fields);
            Optional<String> name = fields.parseString("name", Names::resource);
            Optional<SubnetIntent> subnet = NetworkIntentReader.subnet(fields, "subnet");
            int addresses = fields.integer("addresses", 1, MOST_LINK_ADDRESSES).orElse(1);
            boolean everybody = fields.optional("visibility").filter(node -> node instanceof Node.Scalar scalar
                    && scalar.text().equals("*")).isPresent();
            List<String> visibility = everybody ? List.of() : fields.parseEach("visibility", Names::subscription);
            List<String> approval = fields.parseEach("autoApproval", Names::subscription);
            List<Fqdn> fqdns = fields.parseEach("fqdns", Fqdn::parse, Prefixes.NAME);
            boolean proxyProtocol = fields.bool("proxyProtocol").orElse(false);
            fields.finish();
            return new LinkDoor(name, subnet, addresses, visibility, everybody, approval, fqdns, proxyProtocol);
        });
    }

    private void note(String path, Fields fields) {
        places.note(path, fields.at());
        fields.entries().forEach(entry -> places.note(path + "." + entry.key().text(), entry.value().at()));
        places.noteItems(path + ".autoApproval", fields, "autoApproval");
    }
}
