package dev.sekisho.samples;

import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.cluster.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Clusters of every shape with features and dependencies of every kind, as their users would write them. A few cannot be
/// planned: they ask for what their cloud or shape does not have.
final class RandomEgress {
    private final SplittableRandom random;
    private final Cloud cloud;
    /// Whether it asks for whatever there is, possible or not.
    private final boolean careless;

    private RandomEgress(long seed) {
        this.random = new SplittableRandom(seed);
        this.cloud = random.nextInt(3) > 0 ? Cloud.AZURE_PUBLIC : one(Cloud.AZURE_US_GOVERNMENT, Cloud.AZURE_CHINA);
        this.careless = random.nextInt(8) == 0;
    }

    static String cluster(long seed) {
        return new RandomEgress(seed).cluster();
    }

    private String cluster() {
        boolean firewalled = random.nextInt(5) > 0;
        boolean inside = random.nextInt(4) == 0;
        String plugin = one("overlay", "nodeSubnet", "podSubnet", "kubenet");
        boolean windows = !plugin.equals("kubenet") && random.nextInt(3) == 0;
        String access = one("private", "public", "vnetIntegration");
        boolean created = access.equals("public") && random.nextBoolean();
        StringBuilder text = new StringBuilder("""
                apiVersion: sekisho.dev/v1
                kind: ClusterEgress
                metadata: {name: shop}
                cluster:
                  cloud: %s
                  region: %s
                  outboundType: %s
                  apiServer: {access: %s%s}
                  networkPlugin: %s
                  konnectivity: %s
                  nodeOsUpgradeChannel: %s
                  nodePools: [{name: system, os: %s}, {name: more, os: %s, gpu: %s}]
                """.formatted(cloud, region(), firewalled ? "userDefinedRouting"
                : one("loadBalancer", "userAssignedNATGateway", careless ? "managedNATGateway" : "loadBalancer"),
                access,
                access.equals("vnetIntegration") ? ", subnet: {name: api, prefix: 10.42.8.0/28}"
                        : created ? ", fqdn: shop-1a2b.hcp." + region() + ".azmk8s.io, ip: 203.0.113.30" : "",
                plugin,
                random.nextInt(4) > 0, one("NodeImage", "Unmanaged", "SecurityPatch", "None"),
                one("ubuntu", "azurelinux"),
                windows ? "windows" : one("ubuntu", "azurelinux"), random.nextBoolean()));
        features(text, windows);
        text.append("""
                network:
                  vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
                  nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
                  privateEndpointSubnet: {name: endpoints, prefix: 10.42.5.0/24}
                """);
        text.append(plugin.equals("podSubnet") ? "  podSubnet: {name: pods, prefix: 10.42.16.0/20}\n"
                : plugin.equals("nodeSubnet") ? "" : "  podCidr: 10.244.0.0/16\n");
        if (firewalled) {
            String address = inside ? "10.42.0.4" : "10.1.0.4";
            String tier = one("Standard", "Premium", "Standard", careless ? "Basic" : "Premium");
            boolean proxy = !tier.equals("Basic") && (!careless || random.nextBoolean());
            text.append(one("", proxy ? "  dnsServers: [" + address + "]\n" : "", "  dnsServers: [10.9.0.53]\n"));
            text.append("  firewall: {name: hub-fw, tier: ").append(tier)
                    .append(", privateIp: ").append(address).append(", publicIps: [20.0.0.10], dnsProxy: ")
                    .append(proxy)
                    .append(inside ? "}\n" : ", vnetAddressSpace: [10.1.0.0/16]}\n");
        }
        dependencies(text);
        text.append("options: {fqdnTag: ").append(firewalled && random.nextInt(4) == 0).append(", legacyNames: ")
                .append(random.nextInt(4) == 0).append("}\n");
        return text.toString();
    }

    private String region() {
        return switch (cloud) {
            case AZURE_PUBLIC -> "japaneast";
            case AZURE_US_GOVERNMENT -> "usgovvirginia";
            case AZURE_CHINA -> "chinaeast2";
        };
    }

    private void features(StringBuilder text, boolean windows) {
        List<String> chosen = new ArrayList<>();
        for (FeatureDefinition feature : Samples.CATALOGUE.features()) {
            boolean possible = switch (feature.id()) {
                case "http-proxy" -> !windows;
                case "dns" -> false;
                default -> true;
            };
            if ((possible || careless) && random.nextInt(5) == 0) {
                List<String> values = new ArrayList<>(List.of("name: " + feature.id()));
                feature.parameters().forEach(parameter -> values.add(parameter.name() + ": " + value(parameter)));
                chosen.add("{" + String.join(", ", values) + "}");
            }
        }
        text.append("  features: [").append(String.join(", ", chosen)).append("]\n");
    }

    private String value(FeatureDefinition.Parameter parameter) {
        if (!parameter.values().isEmpty()) {
            return "'" + parameter.values().get(random.nextInt(parameter.values().size())) + "'";
        }
        return switch (parameter.name()) {
            case "region-cidrs" -> "[198.51.100.0/25, 203.0.113.0/24]";
            case "acr-private-endpoint-ip" -> "10.42.5.9";
            case "git-host" -> "git.partner.example";
            case "proxy" -> "proxy.partner.example";
            case "port" -> "'3128'";
            case "region" -> region();
            default -> "shared" + random.nextInt(3);
        };
    }

    private void dependencies(StringBuilder text) {
        int count = random.nextInt(7);
        text.append(count == 0 ? "" : "dependencies:\n");
        for (int i = 0; i < count; i++) {
            text.append("  - {name: dep").append(i).append(", ").append(random.nextBoolean() ? ofService() : plain(i))
                    .append("}\n");
        }
    }

    private String ofService() {
        List<BackingService> services = Samples.CATALOGUE.services().stream()
                .filter(known -> careless || known.hosts().containsKey(cloud)).toList();
        BackingService service = services.get(random.nextInt(services.size()));
        String host = service.hosts().getOrDefault(cloud, List.of()).stream()
                .map(form -> form.host().text().replaceAll("<region>", region()).replaceAll("<[^>]*>",
                        "shared" + random.nextInt(4)).replace("*", "x"))
                .findFirst().orElse("shared.partner.example");
        List<String> ways = new ArrayList<>(List.of("firewall"));
        if (careless || service.privateEndpoint() != BackingService.Support.NONE) {
            ways.add("privateEndpoint");
        }
        if (careless || service.serviceEndpoint().isPresent()) {
            ways.add("serviceEndpoint");
        }
        return "service: " + service.id() + ", host: " + host + ", via: " + ways.get(random.nextInt(ways.size()));
    }

    private String plain(int number) {
        String ports = one("443", "8000-8010", "22");
        return switch (random.nextInt(5)) {
            case 0 -> "cidr: 172.2" + number + ".0.0/24, protocol: " + one("tcp", "udp") + ", port: " + ports;
            case 1 -> "cidr: 172.2" + number + ".0.0/24, protocol: icmp";
            case 2 -> "host: '*.partner.example', protocol: https, port: 443";
            case 3 -> "host: api.partner.example, protocol: " + one("https", "http") + ", port: " + one("8443", "80");
            default -> "host: db.partner.example, protocol: tcp, port: " + ports;
        };
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
