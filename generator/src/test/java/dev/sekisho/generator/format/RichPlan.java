package dev.sekisho.generator.format;

import dev.sekisho.generator.inbound.InboundPlanner;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.generator.plan.DeploymentPlan.Carrier;
import dev.sekisho.generator.plan.DeploymentPlan.ClusterSetting;
import dev.sekisho.generator.plan.DeploymentPlan.FirewallPlan;
import dev.sekisho.generator.plan.DeploymentPlan.InternalLoadBalancerPlan;
import dev.sekisho.generator.plan.DeploymentPlan.Mechanism;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateDnsZonePlan;
import dev.sekisho.generator.plan.DeploymentPlan.PrivateEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.RoutingPlan;
import dev.sekisho.generator.plan.DeploymentPlan.ServiceEndpointPlan;
import dev.sekisho.generator.plan.DeploymentPlan.SettingValue;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.PlanOptions;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.FirewallPolicy;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.PolicySettings;
import dev.sekisho.model.firewall.RuleCollectionGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.need.ClusterNeeds;
import dev.sekisho.model.network.NextHop;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.Priority;
import dev.sekisho.model.term.ResourceRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A plan made by hand in which every field has a value of its own, so that two swapped fields are seen. It holds every
/// kind of rule, destination, route and endpoint, and text that every syntax has to escape.
public final class RichPlan {
    /// Text with every character that one of the formats reads more into.
    public static final String HOSTILE = "Say \"hi\" to 'bob': ${a} %{b} $(c) `d` \\e #{f} * — é";

    /// A full id of an IP group that exists already.
    public static final String FOREIGN_GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub"
            + "/providers/Microsoft.Network/ipGroups/ipg-on-premises";

    private static final SourceLocation NOWHERE = SourceLocation.UNKNOWN;

    private RichPlan() {}

    /// Returns the plan.
    public static DeploymentPlan make() {
        return with(Optional.of(firewall()), Optional.of(routing()));
    }

    /// Returns the plan with other rules and routes.
    public static DeploymentPlan with(Optional<FirewallPlan> firewall, Optional<RoutingPlan> routing) {
        ClusterIntent intent = intent(NetworkPlugin.KUBENET);
        return new DeploymentPlan(intent, new ClusterNeeds(List.of(), List.of(), List.of()),
                "2026-11-02", firewall, routing, endpoints(), zones(),
                List.of(new ServiceEndpointPlan("aks", "Microsoft.Storage", List.of("archive")),
                        new ServiceEndpointPlan("aks", "Microsoft.KeyVault", List.of("vault", "secrets"))),
                settings(), new InternalLoadBalancerPlan("internal-app", "ingress"),
                InboundPlanner.plan(intent, prefixes("10.1.0.0/26"), routing.isPresent()),
                List.of(new Carrier("mcr", Mechanism.APPLICATION_RULE, List.of("platform/names/registry"), "by name")),
                List.of());
    }

    /// Returns the plan with a sample of an internal load balancer in place of the Services.
    public static DeploymentPlan withService(String name, String subnet) {
        DeploymentPlan plan = make();
        return new DeploymentPlan(plan.intent(), plan.needs(), plan.catalogueDate(), plan.firewall(), plan.routing(),
                plan.privateEndpoints(), plan.privateDnsZones(), plan.serviceEndpoints(), plan.clusterSettings(),
                new InternalLoadBalancerPlan(name, subnet), plan.carriers(), plan.warnings());
    }

    /// Returns a plan with nothing in it: an isolated cluster.
    public static DeploymentPlan empty() {
        return new DeploymentPlan(intent(NetworkPlugin.OVERLAY), new ClusterNeeds(List.of(), List.of(), List.of()),
                "2026-11-02", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(),
                new InternalLoadBalancerPlan("internal-app", "aks"), List.of(), List.of());
    }

    /// Returns a plan with one rule that has this description.
    public static DeploymentPlan withDescription(String description) {
        ApplicationRule rule = new ApplicationRule("described", description, List.of(https(443)), SourceSide.ANY,
                List.of(pattern("a.example")), List.of(), List.of(), List.of(), List.of(), false, NOWHERE);
        return with(Optional.of(firewallWith(rule)), Optional.of(routing()));
    }

    /// Returns the firewall part alone with one rule in place of all others.
    public static FirewallPlan firewallWith(ApplicationRule rule) {
        return new FirewallPlan(policy(List.of(new RuleCollectionGroup("only", new Priority(700), List.of(
                new ApplicationRuleCollection("one", new Priority(710), FilterAction.ALLOW, List.of(rule), NOWHERE)),
                NOWHERE))), List.of(), false);
    }

    /// Returns an application rule for one name.
    public static ApplicationRule rule(Entry<FqdnPattern> name) {
        return new ApplicationRule("single", "", List.of(https(443)), SourceSide.ANY, List.of(name), List.of(),
                List.of(), List.of(), List.of(), false, NOWHERE);
    }

    /// Returns a group with one rule of the others' kind.
    public static FirewallPlan firewallWithGroups(List<RuleCollectionGroup> groups) {
        return new FirewallPlan(policy(groups), List.of(), false);
    }

    public static RoutingPlan routing() {
        return new RoutingPlan(new RouteTable("rt-payments", true, List.of(
                route("default", "0.0.0.0/0", new NextHop.VirtualAppliance(Entry.of(IpAddress.parse("10.1.0.4")))),
                route("firewall-public-1", "20.0.0.10/32", NextHop.Platform.INTERNET),
                route("partner", "172.20.0.0/24",
                        new NextHop.VirtualAppliance(Entry.of(IpAddress.parse("10.1.9.9")))),
                route("branch", "192.168.7.0/24", NextHop.Platform.VIRTUAL_NETWORK_GATEWAY),
                route("local", "10.42.8.0/24", NextHop.Platform.VNET_LOCAL),
                route("hole", "198.51.100.0/24", NextHop.Platform.NONE),
                new Route("monitor-tag", Entry.of(new Route.Destination.Tag(ServiceTagName.parse("AzureMonitor"))),
                        NextHop.Platform.INTERNET, false, NOWHERE)),
                NOWHERE), List.of("aks", "pods"));
    }

    static Route route(String name, String prefix, NextHop hop) {
        return new Route(name, Entry.of(new Route.Destination.Prefix(IpPrefix.parse(prefix))), hop, false, NOWHERE);
    }

    public static FirewallPlan firewall() {
        return new FirewallPlan(policy(List.of(platform(), workloads())),
                List.of(new IpGroup("ipg-payments-nodes",
                        List.of(prefix("10.42.1.0/24"),
                                Entry.of(new AddressTerm.Range(IpRange.parse("10.42.2.4-10.42.2.9"))),
                                prefix("10.42.3.7/32")),
                        NOWHERE), new IpGroup("ipg-empty", List.of(), NOWHERE)),
                true);
    }

    private static FirewallPolicy policy(List<RuleCollectionGroup> groups) {
        return new FirewallPolicy("fwpol-hub", Tier.PREMIUM, Optional.empty(), groups, PolicySettings.NONE, NOWHERE);
    }

    private static RuleCollectionGroup platform() {
        ApplicationRule registry = new ApplicationRule("registry",
                "Images of the system containers. Source: Outbound rules of AKS, 2026-10-30", List.of(https(443),
                        ApplicationProtocol.of(ApplicationProtocol.Type.HTTP, 8080)),
                nodes(), List.of(pattern("mcr.microsoft.com"), pattern("*.data.mcr.microsoft.com")), List.of(),
                List.of(), List.of(), List.of(), false, NOWHERE);
        ApplicationRule tag = new ApplicationRule("aks-tag", HOSTILE, List.of(https(8443), https(9443)),
                addresses("10.42.5.0/24", "10.42.6.0/24"), List.of(), List.of(),
                List.of(FqdnTagName.AZURE_KUBERNETES_SERVICE), List.of(), List.of(prefix("203.0.113.0/24")), false,
                NOWHERE);
        NetworkRule time = new NetworkRule("time", "Clock of the nodes", List.of(NetworkProtocol.UDP), nodes(),
                new NetworkDestinations(List.of(), List.of(), List.of(pattern("ntp.ubuntu.com"))), ports("123"),
                NOWHERE);
        NetworkRule tunnel = new NetworkRule("tunnel", "", List.of(NetworkProtocol.TCP, NetworkProtocol.ANY),
                new SourceSide(List.of(prefix("10.42.9.0/24")), List.of(new ResourceRef(FOREIGN_GROUP))),
                new NetworkDestinations(
                        List.of(Entry.of(new AddressTerm.Tag(ServiceTagName.parse("AzureCloud.japaneast"))),
                                prefix("198.51.100.8/32")),
                        List.of(new ResourceRef("ipg-empty")), List.of()),
                ports("9000", "1194-1196"), NOWHERE);
        return new RuleCollectionGroup("aks-payments-platform", new Priority(300), List.of(
                new NetworkRuleCollection("by-address", new Priority(310), FilterAction.ALLOW, List.of(time, tunnel),
                        NOWHERE),
                new ApplicationRuleCollection("by-name", new Priority(320), FilterAction.ALLOW,
                        List.of(registry, tag), NOWHERE)),
                NOWHERE);
    }

    private static RuleCollectionGroup workloads() {
        NatRule inbound = new NatRule("ssh-in", "Jump host", List.of(NetworkProtocol.TCP),
                addresses("198.51.100.77/32"), List.of(prefix("20.0.0.10/32")), ports("2222"),
                Entry.of(new NatTarget.Address(IpAddress.parse("10.42.1.50"))), ports("22").getFirst(), NOWHERE);
        NatRule byName = new NatRule("web-in", "Public site", List.of(NetworkProtocol.UDP, NetworkProtocol.TCP),
                SourceSide.ANY, List.of(prefix("20.0.0.11/32")), ports("8443"),
                Entry.of(new NatTarget.Name(Fqdn.parse("app.internal.example"))), ports("443").getFirst(), NOWHERE);
        ApplicationRule inspected = new ApplicationRule("inspected", "Partner API, read only",
                List.of(https(10443)), addresses("10.42.7.0/24"), List.of(),
                List.of(Entry.of(UrlPattern.parse("api.partner.example/v1/*"))), List.of(),
                List.of("Finance", "Business"),
                List.of(), true, NOWHERE);
        ApplicationRule database = new ApplicationRule("database", "Orders database",
                List.of(ApplicationProtocol.of(ApplicationProtocol.Type.MSSQL, 1433)), SourceSide.ANY,
                List.of(pattern("orders.database.windows.net")), List.of(), List.of(), List.of(), List.of(), false,
                NOWHERE);
        NetworkRule refused = new NetworkRule("no-mail", "Nobody sends mail", List.of(NetworkProtocol.ICMP),
                SourceSide.ANY, new NetworkDestinations(List.of(Entry.of(AddressTerm.Any.ANY)), List.of(), List.of()),
                List.of(Entry.of(PortTerm.Any.ANY)), NOWHERE);
        return new RuleCollectionGroup("aks-payments-workloads", new Priority(400), List.of(
                new NatRuleCollection("inbound", new Priority(410), List.of(inbound, byName), NOWHERE),
                new NetworkRuleCollection("refused", new Priority(420), FilterAction.DENY, List.of(refused), NOWHERE),
                new ApplicationRuleCollection("partners", new Priority(430), FilterAction.ALLOW,
                        List.of(inspected, database), NOWHERE)),
                NOWHERE);
    }

    private static List<PrivateEndpointPlan> endpoints() {
        return List.of(
                new PrivateEndpointPlan("pe-orders-db", "orders-db", "Azure SQL Database",
                        List.of(Fqdn.parse("orders.database.windows.net")), "endpoints", "sqlServer",
                        Optional.of(IpAddress.parse("10.42.20.4")), List.of("privatelink.database.windows.net")),
                new PrivateEndpointPlan("pe-registry", "images", "Azure Container Registry", List.of(), "aks",
                        "registry", Optional.of(IpAddress.parse("10.42.20.5")),
                        List.of("privatelink.azurecr.io", "privatelink.database.windows.net")));
    }

    private static List<PrivateDnsZonePlan> zones() {
        return List.of(new PrivateDnsZonePlan("privatelink.database.windows.net", true),
                new PrivateDnsZonePlan("privatelink.azurecr.io", false));
    }

    private static List<ClusterSetting> settings() {
        return List.of(
                new ClusterSetting("--outbound-type", List.of(new SettingValue.Literal("userDefinedRouting")),
                        "the route table leads to the firewall"),
                new ClusterSetting("--enable-private-cluster", List.of(), "the API server has no public address"),
                new ClusterSetting("--vnet-subnet-id", List.of(new SettingValue.SubnetId("aks")),
                        "the nodes live in the existing subnet"),
                new ClusterSetting("--assign-identity",
                        List.of(new SettingValue.Supplied("clusterIdentityId", "Resource id of the identity")),
                        "it has the right to join the subnet"),
                new ClusterSetting("--zones", List.of(new SettingValue.Literal("1"), new SettingValue.Literal("3")),
                        "spread over two zones"));
    }

    static ClusterIntent intent(NetworkPlugin plugin) {
        return new ClusterIntent("payments-prod",
                new ClusterShape(Cloud.AZURE_PUBLIC, "japaneast", OutboundType.USER_DEFINED_ROUTING,
                        new ApiServer(ApiServer.Access.PRIVATE, List.of(), Optional.empty(), Optional.empty(),
                                Optional.empty()),
                        plugin, true, NodeOsUpgradeChannel.NODE_IMAGE,
                        List.of(new NodePool("system", NodeOs.UBUNTU, false)), List.of()),
                new NetworkIntent(
                        new NetworkIntent.VnetIntent("spoke", Optional.of("rg-spoke"), prefixes("10.42.0.0/16")),
                        new SubnetIntent("aks", IpPrefix.parse("10.42.1.0/24")), Optional.empty(),
                        Optional.of(new SubnetIntent("endpoints", IpPrefix.parse("10.42.20.0/24"))),
                        Optional.of(IpPrefix.parse("10.244.0.0/16")), List.of(),
                        Optional.of(new NetworkIntent.FirewallIntent("hub-fw", Tier.PREMIUM,
                                IpAddress.parse("10.1.0.4"),
                                List.of(IpAddress.parse("20.0.0.10"), IpAddress.parse("20.0.0.11")), true,
                                Optional.of("fwpol-hub"), prefixes("10.1.0.0/16"))),
                        List.of(new NetworkIntent.PeerIntent("spoke-data", prefixes("10.60.0.0/16", "10.61.0.0/16"))),
                        Optional.of(new NetworkIntent.OnPremisesIntent(prefixes("172.20.0.0/16"),
                                IpPrefix.parse("10.1.255.0/27")))),
                List.of(), inbound(), PlanOptions.DEFAULT, NOWHERE);
    }

    private static List<InboundIntent> inbound() {
        SubnetIntent balancers = new SubnetIntent("balancers", IpPrefix.parse("10.42.2.0/24"));
        InboundIntent shop = new InboundIntent("shop", "front", new TreeMap<>(Map.of("app", "shop", "tier", "web")),
                443,
                Optional.of("https"), InboundIntent.Protocol.TCP, new LinkedHashSet<>(List.of(Origin.values())),
                Optional.of(IpAddress.parse("10.42.2.10")), Optional.of(balancers), List.of(),
                Optional.of(new InboundIntent.FirewallDoor(Optional.of(IpAddress.parse("20.0.0.11")),
                        OptionalInt.of(8443))),
                Optional.of(new InboundIntent.GatewayDoor("agw", Optional.of("rg-agw"),
                        new SubnetIntent("gateway", IpPrefix.parse("10.42.3.0/24")),
                        Optional.of(Fqdn.parse("shop.example.com")), 8444, Optional.of("shop-cert"), true, "/healthz",
                        70)),
                Optional.of(new InboundIntent.LinkDoor(Optional.of("pls-shop"),
                        Optional.of(new SubnetIntent("links", IpPrefix.parse("10.42.4.0/24"))), 2,
                        List.of("11111111-2222-3333-4444-555555555555", "66666666-7777-8888-9999-000000000000"), false,
                        List.of("11111111-2222-3333-4444-555555555555"), List.of(Fqdn.parse("shop.partner.example")),
                        true)),
                NOWHERE);
        InboundIntent feed = new InboundIntent("feed", "default", new TreeMap<>(Map.of("app", "feed")), 5514,
                Optional.empty(), InboundIntent.Protocol.UDP,
                new LinkedHashSet<>(List.of(Origin.ONPREM, Origin.PEERED)),
                Optional.empty(), Optional.empty(), prefixes("172.20.8.0/24", "10.61.0.0/24"), Optional.empty(),
                Optional.empty(), Optional.empty(), NOWHERE);
        return List.of(shop, feed);
    }

    private static SourceSide nodes() {
        return new SourceSide(List.of(), List.of(new ResourceRef("ipg-payments-nodes")));
    }

    private static SourceSide addresses(String... prefixes) {
        return new SourceSide(Stream.of(prefixes).map(RichPlan::prefix).toList(), List.of());
    }

    private static ApplicationProtocol https(int port) {
        return new ApplicationProtocol(ApplicationProtocol.Type.HTTPS, OptionalInt.of(port));
    }

    private static Entry<AddressTerm> prefix(String text) {
        return Entry.of(new AddressTerm.Prefix(IpPrefix.parse(text)));
    }

    private static Entry<FqdnPattern> pattern(String text) {
        return Entry.of(FqdnPattern.parse(text));
    }

    private static List<Entry<PortTerm>> ports(String... texts) {
        return Stream.of(texts).map(text -> Entry.<PortTerm>of(new PortTerm.Range(PortRange.parse(text)))).toList();
    }

    private static List<IpPrefix> prefixes(String... texts) {
        return Stream.of(texts).map(IpPrefix::parse).toList();
    }
}
