package dev.sekisho.generator.plan;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.ClusterShape;
import dev.sekisho.model.cluster.Dependency;
import dev.sekisho.model.cluster.Feature;
import dev.sekisho.model.cluster.NetworkIntent;
import dev.sekisho.model.cluster.NetworkPlugin;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.NodePool;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.PlanOptions;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.name.FqdnPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Clusters of every shape, with features and dependencies that repeat and overlap each other on purpose.
final class RandomClusters {
    private static final SourceLocation AT = SourceLocation.of("cluster.yaml", 7, 3);

    private final SplittableRandom random;
    private final Catalogue catalogue;

    RandomClusters(long seed, Catalogue catalogue) {
        this.random = new SplittableRandom(seed);
        this.catalogue = catalogue;
    }

    ClusterIntent next(int dependencies) {
        Cloud cloud = one(Cloud.values());
        NetworkPlugin plugin = one(NetworkPlugin.values());
        OutboundType outbound = random.nextInt(3) > 0
                ? OutboundType.USER_DEFINED_ROUTING
                : one(OutboundType.values());
        ApiServer.Access access = one(ApiServer.Access.values());
        boolean created = random.nextBoolean();
        ApiServer apiServer = new ApiServer(access,
                random.nextBoolean() ? List.of(IpPrefix.parse("198.51.100.0/24")) : List.of(),
                created ? Optional.of(Fqdn.parse("pay-1a2b.hcp.japaneast.azmk8s.io")) : Optional.empty(),
                created ? Optional.of(IpAddress.parse("203.0.113.30")) : Optional.empty(),
                Optional.of(new SubnetIntent("api", IpPrefix.parse("10.42.8.0/28"))));
        List<NodePool> pools = List.of(new NodePool("system", one(NodeOs.UBUNTU, NodeOs.AZURE_LINUX), false),
                new NodePool("more", one(NodeOs.values()), random.nextBoolean()));
        List<Dependency> wanted = new ArrayList<>();
        for (int i = 0; i < dependencies; i++) {
            wanted.add(random.nextBoolean() ? ofService("dep" + i, cloud) : plain("dep" + i));
        }
        return new ClusterIntent(one("payments", "A.Very_long-" + "name-".repeat(16) + "x", "shop (test)"),
                new ClusterShape(cloud, "japaneast", outbound, apiServer, plugin, random.nextInt(4) > 0,
                        one(NodeOsUpgradeChannel.values()), pools, features()),
                network(), wanted, new PlanOptions(random.nextInt(4) == 0, random.nextBoolean(), List.of(), List.of()),
                AT);
    }

    private NetworkIntent network() {
        boolean sameNetwork = random.nextInt(4) == 0;
        IpAddress firewall = IpAddress.parse(sameNetwork ? "10.42.0.4" : "10.1.0.4");
        Optional<NetworkIntent.FirewallIntent> intent = random.nextInt(8) == 0
                ? Optional.empty()
                : Optional.of(new NetworkIntent.FirewallIntent("hub-fw", one(Tier.values()), firewall,
                        List.of(IpAddress.parse("20.0.0.10"), IpAddress.parse("20.0.0.11")), random.nextInt(4) > 0,
                        random.nextBoolean() ? Optional.of("fwpol") : Optional.empty(),
                        sameNetwork || random.nextBoolean() ? List.of() : List.of(IpPrefix.parse("10.1.0.0/16"))));
        return new NetworkIntent(
                new NetworkIntent.VnetIntent("spoke", Optional.empty(), List.of(IpPrefix.parse("10.42.0.0/16"))),
                new SubnetIntent("aks", IpPrefix.parse("10.42.1.0/24")),
                Optional.of(new SubnetIntent("pods", IpPrefix.parse("10.42.16.0/20"))),
                random.nextBoolean()
                        ? Optional.of(new SubnetIntent("endpoints", IpPrefix.parse("10.42.5.0/24")))
                        : Optional.empty(),
                Optional.of(IpPrefix.parse("10.244.0.0/16")),
                random.nextBoolean() ? List.of(one(firewall, IpAddress.parse("10.9.0.53"))) : List.of(), intent);
    }

    private List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (FeatureDefinition definition : catalogue.features()) {
            if (random.nextInt(3) == 0) {
                TreeMap<String, List<String>> values = new TreeMap<>();
                for (FeatureDefinition.Parameter parameter : definition.parameters()) {
                    if (random.nextInt(3) > 0) {
                        values.put(parameter.name(), value(parameter));
                    }
                }
                features.add(new Feature(definition.id(), values, AT));
            }
        }
        return features;
    }

    private List<String> value(FeatureDefinition.Parameter parameter) {
        if (!parameter.values().isEmpty()) {
            return List.of(parameter.values().get(random.nextInt(parameter.values().size())));
        }
        return switch (parameter.name()) {
            case "region-cidrs" -> List.of("198.51.100.0/25", "203.0.113.0/24");
            case "acr-private-endpoint-ip" -> List.of("10.42.5.9");
            case "git-host" -> List.of("git.partner.example");
            case "proxy" -> List.of("proxy.partner.example");
            case "port" -> List.of("3128");
            case "region" -> List.of("westeurope");
            default -> List.of("shared" + random.nextInt(3), "shared3");
        };
    }

    private Dependency ofService(String name, Cloud cloud) {
        List<BackingService> services = catalogue.services();
        BackingService service = services.get(random.nextInt(services.size()));
        String host = service.hosts().getOrDefault(cloud, List.of()).stream()
                .map(form -> form.host().text().replaceAll("<region>", "japaneast").replaceAll("<[^>]*>",
                        "shared" + random.nextInt(4)).replace("*", "x"))
                .findAny().orElse("shared.partner.example");
        Via via = one(Via.values());
        Optional<IpAddress> address = via == Via.PRIVATE_ENDPOINT && random.nextBoolean()
                ? Optional.of(IpAddress.parse(one("10.42.5.", "10.42.1.", "10.99.0.") + (20 + random.nextInt(200))))
                : Optional.empty();
        return new Dependency(name, Optional.of(service.id()), Optional.of(FqdnPattern.parse(host)), Optional.empty(),
                Optional.empty(), Optional.empty(), via, address, "", AT);
    }

    private Dependency plain(String name) {
        Dependency.Protocol protocol = one(Dependency.Protocol.values());
        String host = one("", "*.") + one("api.", "files.", "") + "partner.example";
        String cidr = one("172.20.0.0/24", "172.20.0.0/16", "198.51.100.7/32", "0.0.0.0/0", "10.42.9.0/24",
                "10.1.0.4/32");
        boolean byAddress = protocol == Dependency.Protocol.ICMP || random.nextInt(3) == 0;
        PortSet ports = one(PortSet.of(443), PortSet.of(80, 443), PortSet.of(new PortRange(8000, 8010)), PortSet.ANY,
                PortSet.of(25, 587), PortSet.of(65_000));
        return new Dependency(name, Optional.empty(),
                byAddress ? Optional.empty() : Optional.of(FqdnPattern.parse(host)),
                byAddress ? Optional.of(IpPrefix.parse(cidr)) : Optional.empty(), Optional.of(protocol),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(ports), Via.FIREWALL, Optional.empty(),
                one("", "a purpose \u0007 with\ncontrol characters " + "and much text ".repeat(30)), AT);
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
