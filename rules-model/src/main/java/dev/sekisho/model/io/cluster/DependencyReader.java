package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.io.tree.Scalars;
import dev.sekisho.model.name.FqdnPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one item of `dependencies`.
final class DependencyReader {
    private final Catalogue catalogue;
    private final Diagnostics diagnostics;

    DependencyReader(Catalogue catalogue, Diagnostics diagnostics) {
        this.catalogue = catalogue;
        this.diagnostics = diagnostics;
    }

    Optional<Dependency> read(Node item) {
        Fields fields = Fields.of(item, "a dependency", diagnostics);
        fields.require("name");
        Optional<String> name = fields.parseString("name", Names::dependency);
        Optional<String> service = fields.scalar("service").flatMap(
                scalar -> Known.word(scalar, "service", catalogue.serviceIds(), "sekisho catalog list", diagnostics));
        Optional<FqdnPattern> host = fields.parseString("host", FqdnPattern::parse, Prefixes.NAME);
        Optional<IpPrefix> cidr = Prefixes.prefix(fields, "cidr");
        Optional<Dependency.Protocol> protocol = Known.constant(fields, "protocol", Dependency.Protocol.class,
                Dependency.Protocol::text, diagnostics);
        Optional<PortSet> ports = ports(fields);
        Via via = Known.constant(fields, "via", Via.class, Via::text, diagnostics).orElse(Via.FIREWALL);
        Optional<IpAddress> privateIp = fields.parse("privateIp", IpAddress::parse, Prefixes.ADDRESS);
        String purpose = fields.string("purpose").orElse("");
        fields.finish();
        Optional<Dependency> dependency = name
                .map(n -> new Dependency(n, service, host, cidr, protocol, ports, via, privateIp, purpose, item.at()));
        dependency.ifPresent(d -> completeness(d, fields));
        return dependency;
    }

    private void completeness(Dependency dependency, Fields fields) {
        String name = "dependency '" + dependency.name() + "'";
        boolean namesItself = dependency.service().flatMap(catalogue::service)
                .filter(BackingService::hasFixedNames).isPresent();
        if (!fields.has("host") && !fields.has("cidr") && !namesItself) {
            diagnostics.error("NO_DESTINATION", dependency.at(), name + " does not say where it leads",
                    fields.has("service") ? "add host:" : "add host: or cidr:");
        }
        if (fields.has("service")) {
            return;
        }
        if (!fields.has("protocol")) {
            diagnostics.error("MISSING_KEY", dependency.at(), "the key 'protocol' is missing in " + name,
                    "name a service, or a protocol such as https or tcp");
        }
        Optional<Dependency.Protocol> protocol = dependency.protocol();
        boolean portless = protocol.isPresent() && protocol.get() == Dependency.Protocol.ICMP;
        if (protocol.isPresent() && !portless && !fields.has("port")) {
            diagnostics.error("MISSING_KEY", dependency.at(), "the key 'port' is missing in " + name,
                    "add port: 443, or a range such as port: 5671-5672");
        }
        if (portless && fields.has("port")) {
            diagnostics.error("ICMP_PORT", fields.valueAt("port"), "ICMP has no ports", "remove port:");
        }
    }

    /// A number, a range as text, or a list of them.
    private Optional<PortSet> ports(Fields fields) {
        Optional<Node> given = fields.optional("port");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        List<Node.Scalar> scalars = given.get() instanceof Node.Sequence
                ? fields.scalars("port")
                : fields.scalar("port").stream().toList();
        if (given.get() instanceof Node.Sequence && scalars.isEmpty()) {
            diagnostics.error("PORT_RANGE", given.get().at(), "the list of ports is empty",
                    "name a port, or remove port:");
        }
        List<PortRange> ranges = new ArrayList<>();
        for (Node.Scalar scalar : scalars) {
            Scalars.parse(scalar, DependencyReader::portRange, "write a port such as 443, or a range such as 5671-5672",
                    diagnostics).ifPresent(ranges::add);
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(PortSet.ofRanges(ranges));
    }

    private static PortRange portRange(String text) {
        PortRange range = PortRange.parse(text);
        if (range.first() == 0) {
            throw new IllegalArgumentException("port 0 cannot be reached: ports are 1 to 65535");
        }
        return range;
    }
}
