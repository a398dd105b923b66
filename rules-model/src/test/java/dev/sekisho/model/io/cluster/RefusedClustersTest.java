package dev.sekisho.model.io.cluster;

import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.tree.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Combinations that cannot work: each is one change of a cluster that works, and what is said about it, where.
class RefusedClustersTest {
    private static final Catalogue CATALOGUE = CatalogueReader.builtIn();

    static final String WORKS = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: payments}
            cluster:
              cloud: AzurePublic
              region: japaneast
              outboundType: userDefinedRouting
              apiServer: {access: private}
              networkPlugin: overlay
              nodePools: [{name: system, os: ubuntu}]
              features: [azure-policy]
            network:
              vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
              privateEndpointSubnet: {name: pe, prefix: 10.42.5.0/24}
              podCidr: 10.200.0.0/16
              dnsServers: [10.1.0.4]
              firewall: {name: hub, tier: Standard, privateIp: 10.1.0.4, publicIps: [20.0.0.10], dnsProxy: true, vnetAddressSpace: [10.1.0.0/16]}
            dependencies:
              - {name: db, service: azure-sql-database, host: db.database.windows.net, via: privateEndpoint, privateIp: 10.42.5.7}
              - {name: onprem, cidr: 172.20.0.0/24, protocol: tcp, port: 5432}
            """;

    /// @param changes texts and what they are replaced by, in turns
    record Case(String expected, String... changes) {
        String file() {
            String file = WORKS;
            for (int i = 0; i < changes.length; i += 2) {
                assertTrue(file.contains(changes[i]), changes[i]);
                file = file.replace(changes[i], changes[i + 1]);
            }
            return file;
        }

        @Override
        public String toString() {
            return expected;
        }
    }

    private static final String FIREWALL = WORKS.lines().filter(line -> line.startsWith("  firewall:")).findFirst()
            .orElseThrow() + "\n";
    private static final String PUBLIC_IPS = "publicIps: [20.0.0.10]";
    private static final String ACCESS = "{access: private}";

    static Stream<Case> cases() {
        return Stream.concat(outbound(), RefusedInbound.cases());
    }

    private static Stream<Case> outbound() {
        return Stream.of(new Case("ROUTING_WITHOUT_FIREWALL 7:17", FIREWALL, ""),
                new Case("MANAGED_NETWORK_ONLY 7:17", "userDefinedRouting", "managedNATGateway", FIREWALL, ""),
                new Case("MANAGED_NETWORK_ONLY 7:17", "userDefinedRouting", "managedNATGatewayV2", FIREWALL, ""),
                new Case("MANAGED_NETWORK_ONLY 7:17, ISOLATED_DEPENDENCY 19:5", "userDefinedRouting", "block", FIREWALL,
                        "", "via: privateEndpoint, privateIp: 10.42.5.7", "via: firewall"),
                new Case("FIREWALL_BESIDE_OUTBOUND_TYPE 7:17", "userDefinedRouting", "loadBalancer"),
                new Case("FIREWALL_IN_ISOLATED_CLUSTER 18:13", "userDefinedRouting", "none"),
                new Case("ISOLATED_PUBLIC_API_SERVER 8:23", "userDefinedRouting", "none", FIREWALL, "", ACCESS,
                        "{access: public}"),
                new Case("ISOLATED_WINDOWS 10:14", "userDefinedRouting", "none", FIREWALL, "", "os: ubuntu}",
                        "os: ubuntu}, {name: win, os: windows}"),
                new Case("ISOLATED_KUBENET 9:18, KUBENET_RETIRES 9:18", "userDefinedRouting", "none", FIREWALL, "",
                        "overlay", "kubenet"),
                new Case("ISOLATED_UPGRADE_CHANNEL 12:25", "userDefinedRouting", "none", FIREWALL, "",
                        "features: [azure-policy]", "features: []\n  nodeOsUpgradeChannel: Unmanaged"),
                new Case("ISOLATED_EXTENSION 11:14, ISOLATED_EXTENSION 11:20", "userDefinedRouting", "none", FIREWALL,
                        "", "[azure-policy]", "[flux, dapr]"),
                new Case("KUBENET_RETIRES 9:18", "overlay", "kubenet"),
                new Case("KUBENET_WINDOWS 9:18, KUBENET_RETIRES 9:18", "overlay", "kubenet", "os: ubuntu}",
                        "os: ubuntu}, {name: win, os: windows}"),
                new Case("NO_LINUX_POOL 10:14", "os: ubuntu", "os: windows"),
                new Case("NAME 10:43", "os: ubuntu}", "os: ubuntu}, {name: windows, os: windows}"),
                new Case("HTTP_PROXY_WINDOWS 11:14", "os: ubuntu}", "os: ubuntu}, {name: win, os: windows}",
                        "[azure-policy]", "[{name: http-proxy, proxy: 10.1.0.8}]"),
                new Case("RANGES_ON_PRIVATE_API_SERVER 8:52", ACCESS,
                        "{access: private, authorizedIpRanges: [20.0.0.10]}"),
                new Case("FIREWALL_NOT_AUTHORIZED 8:51", ACCESS, "{access: public, authorizedIpRanges: [51.1.0.0/16]}"),
                new Case("RANGE_NOT_PUBLIC 8:63", ACCESS,
                        "{access: public, authorizedIpRanges: [20.0.0.10, 10.0.0.0/8]}"),
                new Case("DUPLICATE_PREFIX 8:63", ACCESS,
                        "{access: public, authorizedIpRanges: [20.0.0.10, 20.0.0.10/32]}"),
                new Case("IPV6 8:63", ACCESS, "{access: public, authorizedIpRanges: [20.0.0.10, '2a00::/16']}"),
                new Case("LIMIT 8:51", ACCESS, "{access: public, authorizedIpRanges: [20.0.0.10"
                        + addresses(200, ", 51.0.0.") + "]}"),
                new Case("MISSING_KEY 8:14", ACCESS, "{access: vnetIntegration}"),
                new Case("SUBNET_WITHOUT_INTEGRATION 8:40", ACCESS,
                        "{access: private, subnet: {name: api, prefix: 10.42.8.0/28}}"),
                new Case("SUBNET_TOO_SMALL 8:48", ACCESS,
                        "{access: vnetIntegration, subnet: {name: api, prefix: 10.42.8.0/29}}"),
                new Case("SUBNET_OUTSIDE_NETWORK 8:48", ACCESS,
                        "{access: vnetIntegration, subnet: {name: api, prefix: 10.43.8.0/28}}"),
                new Case("UNVERIFIED_IN_CLOUD 8:23", ACCESS,
                        "{access: vnetIntegration, subnet: {name: api, prefix: 10.42.8.0/28}}", "AzurePublic",
                        "AzureUSGovernment", "japaneast", "usgovvirginia"),
                new Case("NO_ADDRESS_SPACE 13:37, ENDPOINT_OUTSIDE_NETWORK 20:5", "[10.42.0.0/16]", "[]"),
                new Case("DUPLICATE_PREFIX 13:52", "[10.42.0.0/16]", "[10.42.0.0/16, 10.42.128.0/17]"),
                new Case("RESERVED_RANGE 13:52", "[10.42.0.0/16]", "[10.42.0.0/16, 172.30.8.0/24]"),
                new Case("RESERVED_RANGE 13:52", "[10.42.0.0/16]", "[10.42.0.0/16, 224.0.0.0/8]"),
                new Case("RESERVED_RANGE 16:12, RESERVED_RANGE 16:12", "10.200.0.0/16", "172.16.0.0/12",
                        "172.20.0.0/24", "192.168.0.0/24"),
                new Case("SUBNET_OUTSIDE_NETWORK 14:15", "10.42.1.0/24", "10.43.1.0/24"),
                new Case("SUBNET_TOO_SMALL 14:15", "10.42.1.0/24", "10.42.1.0/30"),
                new Case("SUBNET_TOO_SMALL 14:15", "10.42.1.0/24", "'fd00:42::/80'", "[10.42.0.0/16]",
                        "[10.42.0.0/16, 'fd00:42::/48']"),
                new Case("SUBNETS_OVERLAP 15:26", "10.42.1.0/24", "10.42.4.0/22"),
                new Case("DUPLICATE_NAME 15:26", "name: pe", "name: aks"),
                new Case("POD_CIDR_OVERLAPS 16:12", "10.200.0.0/16", "10.42.128.0/17"),
                new Case("POD_CIDR_OVERLAPS 16:12, POD_CIDR_OVERLAPS 17:16", "10.200.0.0/16", "10.0.0.0/16", "10.1.0.4",
                        "10.0.0.4",
                        "10.1.0.0/16", "10.2.0.0/16, 10.0.0.0/24"),
                new Case("POD_CIDR_OVERLAPS 17:26", "10.200.0.0/16", "10.9.0.0/16", "[10.1.0.4]",
                        "[10.1.0.4, 10.9.0.53]"),
                new Case("POD_CIDR_OVERLAPS 21:5", "10.200.0.0/16", "172.20.0.0/16"),
                new Case("POD_CIDR_OVERLAPS 13:3", "  podCidr: 10.200.0.0/16\n", "", "[10.42.0.0/16]",
                        "[10.42.0.0/16, 10.244.0.0/20]"),
                new Case("POD_CIDR_UNUSED 16:12", "overlay", "nodeSubnet"),
                new Case("MISSING_KEY 13:3", "overlay", "podSubnet", "  podCidr: 10.200.0.0/16\n", ""),
                new Case("POD_SUBNET_UNUSED 17:14", "  dnsServers",
                        "  podSubnet: {name: pods, prefix: 10.42.16.0/20}\n  dnsServers"),
                new Case("FIREWALL_OUTSIDE_NETWORK 18:52", "10.1.0.4", "10.3.0.4"),
                new Case("FIREWALL_IN_NODE_SUBNET 18:52", "10.1.0.4", "10.42.1.4", ", vnetAddressSpace: [10.1.0.0/16]",
                        ""),
                new Case("NETWORKS_OVERLAP 18:134", "vnetAddressSpace: [10.1.0.0/16]",
                        "vnetAddressSpace: [10.1.0.0/16, 10.42.0.0/24]"),
                new Case("ADDRESS_NOT_PRIVATE 18:52", "10.1.0.4", "20.1.0.4", "10.1.0.0/16", "20.1.0.0/16"),
                new Case("IPV6 18:52", "10.1.0.4", "'fd00::4'", ", vnetAddressSpace: [10.1.0.0/16]", ""),
                new Case("TIER 18:93", "Standard", "Basic"),
                new Case("DNS_NOT_THROUGH_FIREWALL 17:15", "[10.1.0.4]", "[10.1.0.5]"),
                new Case("ADDRESS_NOT_PUBLIC 18:74", PUBLIC_IPS, "publicIps: [10.1.0.5]"),
                new Case("IPV6 18:74", PUBLIC_IPS, "publicIps: ['2a00::1']"),
                new Case("DUPLICATE_ADDRESS 18:85", PUBLIC_IPS, "publicIps: [20.0.0.10, 20.0.0.10]"),
                new Case("LIMIT 18:73", PUBLIC_IPS, "publicIps: [20.0.0.10" + addresses(250, ", 51.0.0.") + "]"),
                new Case("PRIVATE_IP_WITHOUT_ENDPOINT 20:5", "via: privateEndpoint", "via: serviceEndpoint"),
                new Case("ENDPOINT_OUTSIDE_NETWORK 20:5, ENDPOINT_OUTSIDE_SUBNET 20:5", "privateIp: 10.42.5.7",
                        "privateIp: 10.43.5.7"),
                new Case("ENDPOINT_OUTSIDE_SUBNET 20:5", "privateIp: 10.42.5.7", "privateIp: 10.42.6.7"),
                new Case("RESERVED_ADDRESS 20:5", "privateIp: 10.42.5.7", "privateIp: 10.42.5.3"),
                new Case("RESERVED_ADDRESS 20:5", "privateIp: 10.42.5.7", "privateIp: 10.42.5.255"),
                new Case("DUPLICATE_ADDRESS 22:5", "port: 5432}\n", "port: 5432}\n  - {name: db2, service: key-vault,"
                        + " host: kv.vault.azure.net, via: privateEndpoint, privateIp: 10.42.5.7}\n"));
    }

    private static String addresses(int count, String prefix) {
        StringBuilder addresses = new StringBuilder();
        IntStream.range(0, count).forEach(i -> addresses.append(prefix).append(i));
        return addresses.toString();
    }

    @Test
    void theClusterThatIsChangedWorks() {
        assertEquals(List.of(), read(WORKS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatCannotWorkAndWhere(Case refused) {
        List<Diagnostic> problems = read(refused.file());
        assertEquals(refused.expected(), String.join(", ", problems.stream()
                .map(problem -> problem.code() + " " + problem.at().line() + ":" + problem.at().column()).toList()),
                problems::toString);
    }

    @Test
    void everyRefusalNamesItsSourceAndWhatToDo() {
        cases().flatMap(refused -> read(refused.file()).stream()).forEach(problem -> {
            assertTrue(problem.problem().matches("(?s).*\\((AKS|Azure|Azure Firewall): .*\\)"), problem::toString);
            assertFalse(problem.remedy().isEmpty(), problem::toString);
        });
    }

    @Test
    void everyRuleHasACase() throws IOException {
        Set<String> untested = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/sekisho/model/cluster"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Rules.java")).toList()) {
                Pattern.compile("\"([A-Z][A-Z0-9]*(_[A-Z0-9]+)+|[A-Z0-9]{4,})\"").matcher(Files.readString(file))
                        .results()
                        .map((MatchResult result) -> result.group(1)).forEach(untested::add);
            }
        }
        assertTrue(untested.size() > 40, untested::toString);
        cases().forEach(refused -> new ArrayList<>(untested).stream()
                .filter(code -> refused.expected().contains(code + " ")).forEach(untested::remove));
        assertEquals(Set.of(), untested);
    }

    private static List<Diagnostic> read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        ClusterIntentReader.read(SourceFile.of("cluster.yaml", text), CATALOGUE, diagnostics);
        return diagnostics.all();
    }
}
