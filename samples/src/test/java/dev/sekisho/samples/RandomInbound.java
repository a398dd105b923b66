package dev.sekisho.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Clusters with Services that are reached from random places, as their users would write them.
final class RandomInbound {
    private static final String BALANCERS = "subnet: {name: balancers, prefix: 10.42.2.0/24}";

    private final SplittableRandom random;

    private RandomInbound(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static String cluster(long seed) {
        return new RandomInbound(seed).cluster();
    }

    private String cluster() {
        int firewall = random.nextInt(4);
        boolean inside = firewall == 3;
        boolean none = firewall == 0;
        String plugin = one("overlay", "nodeSubnet", "podSubnet");
        boolean peers = random.nextBoolean();
        boolean site = random.nextBoolean();
        String gateway = one("10.42.255.0/27", none || inside ? "10.42.254.0/27" : "10.1.255.0/27",
                none && peers ? "10.60.255.0/27" : "10.42.253.0/27");
        List<String> places = new ArrayList<>(List.of("vnet", "applicationGateway", "privateLink"));
        if (!none) {
            places.add("internetThroughFirewall");
        }
        if (peers || firewall == 1 || firewall == 2) {
            places.add("peered");
        }
        if (site) {
            places.add("onprem");
        }
        StringBuilder text = new StringBuilder("""
                apiVersion: sekisho.dev/v1
                kind: ClusterEgress
                metadata: {name: shop}
                cluster:
                  cloud: AzurePublic
                  region: japaneast
                  outboundType: %s
                  apiServer: {access: private}
                  networkPlugin: %s
                  nodePools: [{name: system, os: ubuntu}]
                network:
                  vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
                  nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
                """.formatted(none ? one("loadBalancer", "userAssignedNATGateway") : "userDefinedRouting", plugin));
        if (plugin.equals("podSubnet")) {
            text.append("  podSubnet: {name: pods, prefix: 10.42.16.0/20}\n");
        }
        if (!none) {
            text.append("  firewall: {name: fw, privateIp: ").append(inside ? "10.42.0.4" : "10.1.0.4")
                    .append(", publicIps: [20.0.0.10, 20.0.0.11]")
                    .append(inside ? "}\n" : ", vnetAddressSpace: [10.1.0.0/16]}\n");
        }
        if (peers) {
            text.append("  peeredNetworks: [{name: data, addressSpace: [10.60.0.0/16]}, {name: tools,"
                    + " addressSpace: [10.61.0.0/16, 192.168.0.0/20]}]\n");
        }
        if (site) {
            text.append("  onPremises: {ranges: [172.20.0.0/16, 172.22.4.0/22], gatewaySubnet: ").append(gateway)
                    .append("}\n");
        }
        text.append("inbound:\n");
        int services = 1 + random.nextInt(4);
        for (int i = 0; i < services; i++) {
            text.append(service(i, places));
        }
        return text.toString();
    }

    private String service(int number, List<String> places) {
        List<String> from = new ArrayList<>();
        for (String place : places) {
            if (random.nextInt(3) == 0) {
                from.add(place);
            }
        }
        if (from.isEmpty()) {
            from.add(places.get(random.nextInt(places.size())));
        }
        boolean udp = !from.contains("applicationGateway") && random.nextInt(4) == 0;
        StringBuilder text = new StringBuilder("  - {name: s").append(number).append(", port: ")
                .append(8000 + number).append(udp ? ", protocol: udp" : "").append(", from: ").append(from);
        boolean apart = random.nextBoolean();
        if (apart) {
            text.append(", ").append(BALANCERS);
        }
        if (random.nextBoolean()) {
            text.append(", ip: 10.42.").append(apart ? 2 : 1).append('.').append(100 + number);
        }
        if (from.contains("applicationGateway")) {
            text.append(", applicationGateway: {name: gw, priority: ").append(number + 1).append(", listenerPort: ")
                    .append(9000 + number).append(", subnet: {name: gateway, prefix: 10.42.3.0/24}}");
        }
        if (from.contains("privateLink")) {
            text.append(", privateLink: {subnet: {name: links, prefix: 10.42.4.0/24}, visibility: '*'}");
        }
        if (from.contains("internetThroughFirewall") && random.nextBoolean()) {
            text.append(", internetThroughFirewall: {publicIp: 20.0.0.11, publicPort: ").append(18_000 + number)
                    .append("}");
        }
        boolean seen = from.stream().anyMatch(place -> !place.equals("applicationGateway")
                && !place.equals("privateLink"));
        if (seen && random.nextInt(3) == 0) {
            text.append(", sourceRanges: [10.42.1.0/25, 10.42.128.0/18, 10.1.64.0/20, 10.60.3.0/24, 172.20.8.0/24,"
                    + " 198.51.100.0/24]");
        }
        return text.append("}\n").toString();
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }
}
