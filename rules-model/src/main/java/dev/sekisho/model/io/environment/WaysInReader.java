package dev.sekisho.model.io.environment;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.SubnetRef;
import dev.sekisho.model.network.SubscriptionSet;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what lets others in: Private Link services and their connections, Application Gateways, API servers.
final class WaysInReader {
    private static final Pattern BACKEND = Pattern.compile("(?<target><.+>|[^:]+)(?::(?<port>\\d+))?");

    private final Diagnostics diagnostics;
    private final TermReader terms;
    private final AzureWords words;
    private final References references;

    WaysInReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        terms = new TermReader(diagnostics);
        words = new AzureWords(diagnostics);
        references = new References(diagnostics);
    }

    Optional<PrivateLinkService> privateLinkService(Fields fields) {
        fields.require("name", "subnet");
        String name = fields.text("name").orElse("");
        Optional<SubnetRef> subnet = subnet(fields);
        List<IpAddress> addresses = terms.exactAddresses(fields, "natIps");
        List<Entry<IpAddress>> frontends = terms.ipAddresses(fields, "frontends");
        SubscriptionSet visibility = subscriptions(fields, "visibility");
        SubscriptionSet approved = subscriptions(fields, "autoApproval");
        fields.finish();
        return subnet.map(known -> new PrivateLinkService(name, known, addresses, frontends, visibility, approved,
                fields.at()));
    }

    private static SubscriptionSet subscriptions(Fields fields, String key) {
        return SubscriptionSet.of(fields.scalars(key).stream().map(Node.Scalar::text).toList());
    }

    /// Reads what a private endpoint is connected to, from keys of the endpoint itself.
    Optional<PrivateLinkConnection> connection(Fields endpoint) {
        Optional<PrivateLinkConnection.State> state = words.read(endpoint, "connectionState",
                PrivateLinkConnection.State.values(), PrivateLinkConnection.State::azureName);
        Optional<String> subscription = endpoint.text("subscription");
        return references.one(endpoint, "connectedTo")
                .map(service -> new PrivateLinkConnection(service, state, subscription));
    }

    Optional<ApplicationGateway> applicationGateway(Fields fields) {
        fields.require("name", "subnet", "listeners");
        List<ApplicationGateway.Listener> listeners = new ArrayList<>();
        for (Fields item : fields.mappings("listeners", "a listener")) {
            listener(item).ifPresent(listeners::add);
        }
        List<Entry<IpAddress>> privateIps = new ArrayList<>();
        fields.scalar("privateIp").map(terms::ipAddress).ifPresent(privateIps::add);
        List<Entry<IpAddress>> publicIps = terms.ipAddresses(fields, "publicIps");
        String name = fields.text("name").orElse("");
        Optional<SubnetRef> subnet = subnet(fields);
        fields.finish();
        return subnet.map(known -> new ApplicationGateway(name, known, publicIps, privateIps, listeners, fields.at()));
    }

    private Optional<ApplicationGateway.Listener> listener(Fields fields) {
        fields.require("name", "port", "frontend");
        Optional<ApplicationGateway.Side> side = words.read(fields, "frontend", ApplicationGateway.Side.values(),
                ApplicationGateway.Side::text);
        Optional<Integer> port = fields.integer("port", 1, PortRange.HIGHEST);
        List<ApplicationGateway.Backend> backends = new ArrayList<>();
        for (Node.Scalar item : fields.scalars("backends")) {
            backend(item, port.orElse(1)).ifPresent(backends::add);
        }
        String name = fields.text("name").orElse("");
        List<String> hosts = fields.scalars("hosts").stream().map(Node.Scalar::text).toList();
        fields.finish();
        return side.flatMap(known -> port
                .map(number -> new ApplicationGateway.Listener(name, known, number, hosts, backends)));
    }

    /// Reads `ADDRESS:PORT` or `NAME:PORT`; without a port it is that of the listener.
    private Optional<ApplicationGateway.Backend> backend(Node.Scalar scalar, int listenerPort) {
        Matcher matcher = BACKEND.matcher(scalar.text());
        if (scalar.isUnknown() || !matcher.matches()) {
            return Optional.of(new ApplicationGateway.Backend(new ApplicationGateway.Target.Unknown(scalar.text()),
                    listenerPort));
        }
        String port = Optional.ofNullable(matcher.group("port")).orElse(Integer.toString(listenerPort));
        Optional<PortRange> number = PortRange.tryParse(port).filter(range -> range.first() > 0);
        if (number.isEmpty()) {
            diagnostics.error(ValidationCode.PORT_RANGE.name(), scalar.at(), Quotation.of(port) + " is no port",
                    "write one from 1 to " + PortRange.HIGHEST);
            return Optional.empty();
        }
        return target(new Node.Scalar(scalar.at(), matcher.group("target"), scalar.style()))
                .map(target -> new ApplicationGateway.Backend(target, number.get().first()));
    }

    private Optional<ApplicationGateway.Target> target(Node.Scalar scalar) {
        Optional<IpAddress> address = IpAddress.tryParse(scalar.text());
        if (address.isPresent()) {
            return Optional.of(new ApplicationGateway.Target.Address(address.get()));
        }
        return switch (terms.entry(scalar, ValidationCode.FQDN, Fqdn::parse)) {
            case Entry.Known<Fqdn>(Fqdn name) -> Optional.of(new ApplicationGateway.Target.Name(name));
            case Entry.Unknown<Fqdn>(String text) -> Optional.of(new ApplicationGateway.Target.Unknown(text));
            case Entry.Malformed<Fqdn> _ -> Optional.empty();
        };
    }

    /// Reads how an API server is reached.
    Optional<ApiServerAccess> apiServer(Fields fields) {
        fields.require("access");
        Optional<ApiServer.Access> access = words.read(fields, "access", ApiServer.Access.values(),
                ApiServer.Access::text);
        Optional<Boolean> stated = fields.bool("publicEndpoint");
        List<Entry<IpPrefix>> ranges = fields.scalars("authorizedIpRanges").stream()
                .<Entry<IpPrefix>>map(item -> terms.entry(item, ValidationCode.ADDRESS,
                        IpPrefix::parseAddressOrPrefix))
                .toList();
        Optional<Fqdn> fqdn = fields.parse("fqdn", Fqdn::parse);
        Optional<IpAddress> address = terms.exactAddress(fields, "ip");
        Optional<SubnetRef> subnet = fields.has("subnet") ? subnet(fields) : Optional.empty();
        List<ResourceRef> links = references.each(fields, "dnsZoneLinks");
        fields.finish();
        return access.map(kind -> {
            boolean open = kind == ApiServer.Access.PUBLIC
                    || kind == ApiServer.Access.VNET_INTEGRATION && stated.orElse(true);
            if (stated.isPresent() && stated.get() != open) {
                diagnostics.error("INVALID_VALUE", fields.valueAt("publicEndpoint"), "an API server with access "
                        + kind + " has " + (open ? "a" : "no") + " public endpoint",
                        "remove publicEndpoint, or write access: vnetIntegration");
            }
            return new ApiServerAccess(kind, open, ranges, fqdn, address, subnet, links);
        });
    }

    private Optional<SubnetRef> subnet(Fields fields) {
        Optional<Node.Scalar> scalar = fields.scalar("subnet");
        Optional<SubnetRef> subnet = scalar.flatMap(text -> SubnetRef.parse(text.text()));
        if (scalar.isPresent() && subnet.isEmpty()) {
            diagnostics.error("INVALID_VALUE", scalar.get().at(),
                    Quotation.of(scalar.get().text()) + " names no subnet",
                    "write the network and the subnet, such as spoke/gateways");
        }
        return subnet;
    }
}
