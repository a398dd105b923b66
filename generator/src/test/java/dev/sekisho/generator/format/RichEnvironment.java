package dev.sekisho.generator.format;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.ApiServerAccess;
import dev.sekisho.model.environment.ClusterNetwork;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Knowledge;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.environment.WaysIn;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.DnsSettings;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.FirewallRules;
import dev.sekisho.model.firewall.IntrusionDetection;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.SnatSettings;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.ThreatIntelAllowlist;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.ApplicationGateway;
import dev.sekisho.model.network.ApplicationSecurityGroup;
import dev.sekisho.model.network.GatewayType;
import dev.sekisho.model.network.NatGateway;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Peering;
import dev.sekisho.model.network.PrivateEndpoint;
import dev.sekisho.model.network.PrivateEndpointNetworkPolicies;
import dev.sekisho.model.network.PrivateLinkConnection;
import dev.sekisho.model.network.PrivateLinkService;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.network.SecurityAdminCollection;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.network.ServiceEndpoint;
import dev.sekisho.model.network.Subnet;
import dev.sekisho.model.network.SubnetRef;
import dev.sekisho.model.network.SubscriptionSet;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An environment made by hand in which everything that the model can say is said, each time with another value.
public final class RichEnvironment {
    private static final SourceLocation NOWHERE = SourceLocation.UNKNOWN;

    private RichEnvironment() {}

    /// Returns the environment.
    public static Environment make() {
        return new Environment(List.of(spoke(), hub()), List.of(routes(), new RouteTable("empty", false, List.of(),
                NOWHERE)), List.of(securityGroup(), new NetworkSecurityGroup("nsg-nic", List.of(), NOWHERE)),
                List.of(firewall(), classic()), List.of(parent(), child()),
                List.of(new IpGroup("017", List.of(prefix("10.9.0.0/24"), Entry.of(AddressTerm.Any.ANY)), NOWHERE),
                        new IpGroup("none", List.of(), NOWHERE),
                        new IpGroup("ipg", List.of(new Entry.Unknown<>("var.partners"),
                                Entry.of(new AddressTerm.Range(IpRange.parse("10.9.1.1-10.9.1.7")))), NOWHERE)),
                endpoints(), clusters(), List.of(adminRules()), applicationGroups(), waysIn(), tags(), knowledge(),
                new Readings(true, false, true));
    }

    private static VirtualNetwork spoke() {
        Subnet nodes = new Subnet("aks", prefixes("10.42.1.0/24"), ref("rt-aks"), ref("nsg-aks"), ref("nsg-nic"),
                List.of(new ServiceEndpoint("Microsoft.Storage", prefixes("203.0.113.0/25", "2001:db8:1::/48")),
                        new ServiceEndpoint("Microsoft.KeyVault", List.of())),
                PrivateEndpointNetworkPolicies.ROUTE_TABLE_ENABLED,
                List.of("Microsoft.ContainerService/managedClusters"), NOWHERE);
        Subnet dual = new Subnet("dual", prefixes("10.42.2.0/24", "fd00:42::/64"), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), PrivateEndpointNetworkPolicies.DISABLED, List.of(),
                Optional.of(new NatGateway(List.of(Entry.of(IpAddress.parse("20.0.0.40")),
                        new Entry.Unknown<>("nat.ip")))),
                NOWHERE);
        return new VirtualNetwork("spoke", prefixes("10.42.0.0/16", "fd00:42::/48"), List.of(nodes, dual),
                List.of(new Peering("to-hub", ref("hub"), prefixes("10.1.0.0/16"), true, true, false, true, false,
                        NOWHERE)),
                prefixes("10.50.0.0/16"), addresses("10.1.0.4", "10.1.0.5"),
                List.of(GatewayType.VPN, GatewayType.EXPRESS_ROUTE), Optional.of("japanwest"), NOWHERE);
    }

    private static VirtualNetwork hub() {
        return new VirtualNetwork("hub", prefixes("10.1.0.0/16"), List.of(),
                List.of(new Peering("to-spoke", ref("spoke"), List.of(), false, false, true, false, true, NOWHERE),
                        new Peering("nowhere", Optional.empty(), List.of(), true, false, false, false, false,
                                NOWHERE)),
                List.of(), List.of(), NOWHERE);
    }

    private static SecurityAdminCollection adminRules() {
        SecurityRule.Side anywhere = new SecurityRule.Side(
                List.of(Entry.of(new AddressTerm.Tag(ServiceTagName.INTERNET)),
                        Entry.of(new AddressTerm.Range(IpRange.parse("10.8.0.1-10.8.0.9")))),
                List.of(),
                List.of(Entry.of(new PortTerm.Range(PortRange.parse("25-26")))));
        return new SecurityAdminCollection("company", List.of(new ResourceRef("spoke")), List.of(
                new SecurityAdminRule("no-mail", "Mail leaves by the relay", new Priority(12),
                        SecurityRule.Direction.OUTBOUND, SecurityAdminRule.Access.ALWAYS_ALLOW,
                        SecurityRule.Protocol.ANY, SecurityRule.Side.ANY, anywhere, NOWHERE)),
                NOWHERE);
    }

    private static List<ApplicationSecurityGroup> applicationGroups() {
        return List.of(new ApplicationSecurityGroup("asg-shop",
                AddressSet.ofPrefixes(prefixes("10.42.1.8/30", "10.42.2.7/32")), NOWHERE),
                new ApplicationSecurityGroup("asg-none", AddressSet.EMPTY, NOWHERE));
    }

    private static RouteTable routes() {
        return new RouteTable("rt-aks", true, List.of(
                new Route("default", Entry.of(new Route.Destination.Prefix(IpPrefix.parse("0.0.0.0/0"))),
                        new NextHop.VirtualAppliance(Entry.of(IpAddress.parse("10.1.0.4"))), false, NOWHERE),
                new Route("later", new Entry.Unknown<>("parameters('range')"),
                        new NextHop.VirtualAppliance(new Entry.Unknown<>("reference('fw').ip")), true, NOWHERE),
                new Route("tag", Entry.of(new Route.Destination.Tag(ServiceTagName.parse("Storage.japaneast"))),
                        NextHop.Platform.INTERNET, false, NOWHERE),
                new Route("gateway", Entry.of(new Route.Destination.Prefix(IpPrefix.parse("192.168.0.0/16"))),
                        NextHop.Platform.VIRTUAL_NETWORK_GATEWAY, false, NOWHERE),
                new Route("local", Entry.of(new Route.Destination.Prefix(IpPrefix.parse("10.42.0.0/20"))),
                        NextHop.Platform.VNET_LOCAL, false, NOWHERE),
                new Route("hole", Entry.of(new Route.Destination.Prefix(IpPrefix.parse("198.51.100.0/24"))),
                        NextHop.Platform.NONE, false, NOWHERE)),
                NOWHERE);
    }

    private static NetworkSecurityGroup securityGroup() {
        SecurityRule one = new SecurityRule("web: out", RichPlan.HOSTILE, new Priority(101),
                SecurityRule.Direction.OUTBOUND, SecurityRule.Access.DENY, SecurityRule.Protocol.TCP,
                new SecurityRule.Side(List.of(prefix("10.42.1.0/25")), List.of(), ports("1024-65535")),
                new SecurityRule.Side(List.of(tag("Internet")), List.of(), ports("80", "443")), NOWHERE);
        SecurityRule two = new SecurityRule("yes", "", new Priority(102), SecurityRule.Direction.INBOUND,
                SecurityRule.Access.ALLOW, SecurityRule.Protocol.ANY,
                new SecurityRule.Side(List.of(prefix("10.2.0.0/24"), prefix("10.3.0.0/24")), List.of(),
                        List.of(Entry.of(PortTerm.Any.ANY))),
                new SecurityRule.Side(List.of(), List.of(new ResourceRef("asg-web"), new ResourceRef("asg-db")),
                        List.of(Entry.of(PortTerm.Any.ANY))),
                NOWHERE);
        return new NetworkSecurityGroup("nsg-aks", List.of(one, two), NOWHERE);
    }

    private static Firewall firewall() {
        return new Firewall("hub-fw", Tier.PREMIUM, new FirewallRules.Policy(new ResourceRef("child")),
                Entry.of(IpAddress.parse("10.1.0.4")),
                List.of(Entry.of(IpAddress.parse("20.0.0.10")), new Entry.Unknown<>("pip2")), ref("hub"), true, true,
                List.of(new Peering("other", Optional.empty(), prefixes("10.77.0.0/16"), true, false, false, false,
                        false, NOWHERE)),
                NOWHERE);
    }

    private static Firewall classic() {
        NatRuleCollection nat = new NatRuleCollection("nat", new Priority(110), List.of(new NatRule("in", "Way in",
                List.of(NetworkProtocol.TCP), SourceSide.ANY, List.of(prefix("20.0.0.20/32")), ports("2222"),
                Entry.of(new NatTarget.Name(Fqdn.parse("jump.example"))), ports("22").getFirst(), NOWHERE)), NOWHERE);
        NetworkRuleCollection network = new NetworkRuleCollection("net", new Priority(120), FilterAction.DENY,
                List.of(new NetworkRule("n", "", List.of(NetworkProtocol.ANY), SourceSide.ANY,
                        new NetworkDestinations(List.of(tag("Sql.japaneast")), List.of(new ResourceRef("ipg")),
                                List.of(pattern("db.example"))),
                        List.of(Entry.of(PortTerm.Any.ANY)), NOWHERE)),
                NOWHERE);
        ApplicationRuleCollection application = new ApplicationRuleCollection("app", new Priority(130),
                FilterAction.ALLOW,
                List.of(new ApplicationRule("a", "Portless",
                        List.of(new ApplicationProtocol(ApplicationProtocol.Type.HTTPS, OptionalInt.empty())),
                        SourceSide.ANY, List.of(pattern("*.example")), List.of(), List.of(), List.of(), List.of(),
                        false, NOWHERE)),
                NOWHERE);
        return new Firewall("old-fw", Tier.STANDARD,
                new FirewallRules.Classic(List.of(nat, network, application),
                        PolicySettings.NONE.withDns(new DnsSettings(List.of(), true))),
                Entry.of(IpAddress.parse("10.8.0.4")), List.of(), Optional.empty(), false, false, List.of(), NOWHERE);
    }

    private static FirewallPolicy parent() {
        return new FirewallPolicy("parent", Tier.BASIC, Optional.empty(), List.of(), PolicySettings.NONE, NOWHERE);
    }

    private static FirewallPolicy child() {
        IntrusionDetection detection = new IntrusionDetection(ThreatIntelMode.DENY,
                new TreeMap<>(Map.of("2024897", ThreatIntelMode.ALERT, "2024898", ThreatIntelMode.OFF)),
                List.of(new IntrusionDetection.Bypass("backup", NetworkProtocol.UDP,
                        new SourceSide(List.of(prefix("10.6.0.0/24")), List.of(new ResourceRef("none"))),
                        List.of(prefix("10.7.0.0/24")), List.of(new ResourceRef("ipg")), ports("8080"))),
                prefixEntries("10.0.0.0/8"));
        PolicySettings settings = new PolicySettings(Optional.of(ThreatIntelMode.ALERT),
                Optional.of(new ThreatIntelAllowlist(List.of(prefix("203.0.113.66/32")),
                        List.of(pattern("good.example")))),
                Optional.of(new DnsSettings(List.of(Entry.of(IpAddress.parse("10.1.0.53"))), true)),
                Optional.of(new SnatSettings(prefixEntries("100.64.0.0/10"), true, true)), Optional.of(detection),
                Optional.of(new ExplicitProxy(true, OptionalInt.of(8081), OptionalInt.of(8443))),
                Optional.of(false), true);
        return new FirewallPolicy("child", Tier.PREMIUM, ref("parent"),
                RichPlan.firewall().policy().ruleCollectionGroups(), settings, NOWHERE);
    }

    private static List<PrivateEndpoint> endpoints() {
        return List.of(
                new PrivateEndpoint("pe-sql", addresses("10.42.2.4"),
                        new PrivateEndpoint.Placement.InSubnet(new ResourceRef("spoke"), "dual"),
                        List.of(Fqdn.parse("orders.database.windows.net")), NOWHERE),
                new PrivateEndpoint("pe-acr", addresses("10.99.0.5", "10.99.0.6"),
                        new PrivateEndpoint.Placement.Stated(prefixes("10.99.0.0/16"),
                                PrivateEndpointNetworkPolicies.ENABLED),
                        List.of(), NOWHERE),
                new PrivateEndpoint("pe-shop", addresses("10.42.2.6"),
                        new PrivateEndpoint.Placement.InSubnet(new ResourceRef("spoke"), "dual"), List.of(),
                        Optional.of(new PrivateLinkConnection(new ResourceRef("pls"),
                                Optional.of(PrivateLinkConnection.State.PENDING), Optional.of("sub-1"))),
                        NOWHERE));
    }

    private static WaysIn waysIn() {
        ApplicationGateway.Backend known = new ApplicationGateway.Backend(
                new ApplicationGateway.Target.Address(IpAddress.parse("10.42.2.21")), 8080);
        ApplicationGateway.Backend named = new ApplicationGateway.Backend(
                new ApplicationGateway.Target.Name(Fqdn.parse("shop.internal")), 81);
        ApplicationGateway.Backend later = new ApplicationGateway.Backend(
                new ApplicationGateway.Target.Unknown("pool"), 82);
        return new WaysIn(
                List.of(new PrivateLinkService("pls", new SubnetRef(new ResourceRef("hub"), "links"),
                        addresses("10.1.7.4"),
                        List.of(Entry.of(IpAddress.parse("10.42.2.20")), new Entry.Unknown<>("lb.ip")),
                        SubscriptionSet.EVERYBODY, SubscriptionSet.of(List.of("sub-2", "sub-3")), NOWHERE)),
                List.of(new ApplicationGateway("gw", new SubnetRef(new ResourceRef("hub"), "gateways"),
                        List.of(Entry.of(IpAddress.parse("20.1.1.1"))),
                        List.of(Entry.of(IpAddress.parse("10.1.8.4"))),
                        List.of(new ApplicationGateway.Listener("web", ApplicationGateway.Side.PUBLIC, 443,
                                List.of("shop.example.com"), List.of(known, named, later)),
                                new ApplicationGateway.Listener("inside", ApplicationGateway.Side.PRIVATE, 80,
                                        List.of(), List.of())),
                        NOWHERE)));
    }

    private static ApiServerAccess apiServer() {
        return new ApiServerAccess(ApiServer.Access.VNET_INTEGRATION, false,
                List.of(Entry.of(IpPrefix.parse("198.51.100.8/29")), new Entry.Unknown<>("office")),
                Optional.of(Fqdn.parse("c1.hcp.japaneast.azmk8s.io")), Optional.of(IpAddress.parse("10.42.2.9")),
                Optional.of(new SubnetRef(new ResourceRef("spoke"), "dual")), List.of(new ResourceRef("hub")));
    }

    private static List<ClusterNetwork> clusters() {
        return List.of(
                new ClusterNetwork("c1", NetworkPlugin.KUBENET, Optional.of(IpAddress.parse("10.42.1.9")),
                        prefixes("10.244.0.0/16"), prefixes("10.42.1.0/24"), Optional.of(apiServer())),
                new ClusterNetwork("c2", NetworkPlugin.POD_SUBNET, Optional.empty(),
                        prefixes("10.245.0.0/16", "10.246.0.0/16"), List.of()));
    }

    private static ServiceTags tags() {
        return ServiceTags.of(Map.of(ServiceTagName.parse("Storage"),
                AddressSet.of(IpPrefix.parse("203.0.113.0/24"), IpPrefix.parse("2001:db8::/40")),
                ServiceTagName.parse("AzureCloud.japaneast"), AddressSet.of(IpPrefix.parse("198.51.100.0/25"))));
    }

    private static Knowledge knowledge() {
        return new Knowledge(
                new TreeMap<>(Map.of("a.example", addresses("203.0.113.1", "203.0.113.2"), "gone.example",
                        List.of())),
                new TreeMap<>(Map.of("a.example", addresses("203.0.113.3"))),
                new TreeMap<>(Map.of("azurekubernetesservice", List.of(FqdnPattern.parse("*.hcp.example")))),
                new TreeMap<>(Map.of("news.example", "News", "news.example/Sport", "Sports")),
                new Knowledge.ThreatFeed(AddressSet.of(IpPrefix.parse("203.0.113.66/31")),
                        List.of(FqdnPattern.parse("bad.example"))),
                List.of(FqdnPattern.parse("*.blob.example")),
                Optional.of(AddressSet.of(IpPrefix.parse("10.77.0.0/16"))));
    }

    private static Optional<ResourceRef> ref(String name) {
        return Optional.of(new ResourceRef(name));
    }

    private static Entry<AddressTerm> prefix(String text) {
        return Entry.of(new AddressTerm.Prefix(IpPrefix.parse(text)));
    }

    private static Entry<AddressTerm> tag(String text) {
        return Entry.of(new AddressTerm.Tag(ServiceTagName.parse(text)));
    }

    private static Entry<FqdnPattern> pattern(String text) {
        return Entry.of(FqdnPattern.parse(text));
    }

    private static List<Entry<IpPrefix>> prefixEntries(String... texts) {
        return Stream.of(texts).map(text -> Entry.of(IpPrefix.parse(text))).toList();
    }

    private static List<Entry<PortTerm>> ports(String... texts) {
        return Stream.of(texts).map(text -> Entry.<PortTerm>of(new PortTerm.Range(PortRange.parse(text)))).toList();
    }

    private static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(IpPrefix::parse).toList();
    }

    private static List<IpAddress> addresses(String... texts) {
        return Stream.of(texts).map(IpAddress::parse).toList();
    }
}
