package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads route tables with the property names of Azure's API (`R-8`).
final class RouteTableReader {
    private static final String APPLIANCE = "VirtualAppliance";

    private final Diagnostics diagnostics;
    private final TermReader terms;
    private final AzureWords words;

    RouteTableReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
    }

    /// Reads a table.
    ///
    /// @param name the name where the file gives none; the key is required where this is empty
    RouteTable routeTable(Fields fields, Optional<String> name) {
        if (name.isEmpty()) {
            fields.require("name");
        }
        List<Route> routes = new ArrayList<>();
        fields.mappings("routes", "a route").forEach(item -> route(item).ifPresent(routes::add));
        RouteTable table = new RouteTable(fields.text("name").or(() -> name).orElse(""),
                fields.bool("disableBgpRoutePropagation").orElse(false), routes, fields.at());
        fields.finish();
        return table;
    }

    private Optional<Route> route(Fields fields) {
        fields.require("name", "addressPrefix", "nextHopType");
        Optional<Node.Scalar> destination = fields.scalar("addressPrefix");
        Optional<NextHop> nextHop = nextHop(fields);
        String name = fields.text("name").orElse("");
        boolean hasBgpOverride = fields.bool("hasBgpOverride").orElse(false);
        fields.finish();
        return destination.flatMap(
                prefix -> nextHop.map(hop -> new Route(name, destination(prefix), hop, hasBgpOverride, fields.at())));
    }

    private Entry<Route.Destination> destination(Node.Scalar scalar) {
        String text = scalar.text();
        if (TermReader.hasHostBits(text)) {
            return terms.malformed(scalar, ValidationCode.HOST_BITS, text + " has host bits set",
                    "write " + IpPrefix.masking(text));
        }
        boolean tag = text.indexOf('/') < 0 && IpAddress.tryParse(text).isEmpty();
        return terms.entry(scalar, ValidationCode.ADDRESS, tag
                ? name -> new Route.Destination.Tag(ServiceTagName.parse(name))
                : prefix -> new Route.Destination.Prefix(IpPrefix.parse(prefix)));
    }

    private Optional<NextHop> nextHop(Fields fields) {
        List<String> types = new ArrayList<>(List.of(APPLIANCE));
        for (NextHop.Platform platform : NextHop.Platform.values()) {
            types.add(platform.azureName());
        }
        Optional<String> type = words.read(fields, "nextHopType", types.toArray(String[]::new), word -> word);
        Optional<Node.Scalar> address = fields.optional("nextHopIpAddress").flatMap(value -> switch (value) {
            case Node.Scalar scalar when scalar.text().isEmpty() -> Optional.empty();
            case Node.Scalar _,Node.Mapping _,Node.Sequence _ -> fields.scalar("nextHopIpAddress");
        });
        return type.map(known -> known.equals(APPLIANCE) ? appliance(fields, address) : platform(known, address));
    }

    private NextHop appliance(Fields fields, Optional<Node.Scalar> address) {
        return new NextHop.VirtualAppliance(address.map(terms::ipAddress)
                .orElseGet(() -> terms.malformed(new Node.Scalar(fields.at(), "", Node.Style.PLAIN),
                        ValidationCode.NEXT_HOP_IP_REQUIRED, "a route to a VirtualAppliance needs its address",
                        "add nextHopIpAddress")));
    }

    private NextHop platform(String type, Optional<Node.Scalar> address) {
        address.ifPresent(scalar -> diagnostics.error(ValidationCode.NEXT_HOP_IP_NOT_ALLOWED.name(), scalar.at(),
                "a next hop of type " + type + " has no address", "remove nextHopIpAddress, or write nextHopType: "
                        + APPLIANCE));
        for (NextHop.Platform platform : NextHop.Platform.values()) {
            if (platform.azureName().equals(type)) {
                return platform;
            }
        }
        throw new IllegalStateException(type);
    }
}
