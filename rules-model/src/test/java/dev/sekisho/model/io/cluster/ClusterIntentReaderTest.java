package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.InboundIntent;
import dev.sekisho.model.cluster.Origin;
import dev.sekisho.model.cluster.SubnetIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.catalogue.CatalogueReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.name.Fqdn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClusterIntentReaderTest {
    private static final String VALID = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: payments}
            cluster:
              cloud: AzurePublic
              region: japaneast
              outboundType: userDefinedRouting
              apiServer: {access: private}
              networkPlugin: overlay
              nodePools: [{os: ubuntu}]
            network:
              vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
              firewall: {name: hub-fw, privateIp: 10.1.0.4}
            dependencies:
              - {name: partner, host: api.partner.example, protocol: https, port: 443}
            """;

    @Test
    void readsWhatIsWritten() {
        ClusterIntent intent = read(VALID, new Diagnostics()).orElseThrow();
        assertEquals("payments", intent.name());
        assertEquals("japaneast", intent.cluster().region());
        assertEquals("pool1", intent.cluster().nodePools().getFirst().name());
        assertEquals(IpPrefix.parse("10.42.1.0/24"), intent.network().nodeSubnet().prefix());
        assertEquals(Via.FIREWALL, intent.dependencies().getFirst().via());
        assertTrue(intent.cluster().konnectivity());
    }

    @Test
    void readsEveryKeyOfTheCompleteExample() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Path path = Path.of("src/test/resources/dev/sekisho/model/io/cluster/complete.yaml");
        ClusterIntent intent = ClusterIntentReader.read(path, CatalogueReader.builtIn(), diagnostics).orElseThrow();
        assertEquals("ClusterShape[cloud=AzurePublic, region=japaneast, outboundType=userDefinedRouting,"
                + " apiServer=ApiServer[access=vnetIntegration, authorizedIpRanges=[20.0.0.10/32, 51.12.0.0/24],"
                + " fqdn=Optional[payments-dns-1a2b3c4d.hcp.japaneast.azmk8s.io], ip=Optional[10.42.8.4],"
                + " subnet=Optional[SubnetIntent[name=apiserver, prefix=10.42.8.0/28]]], networkPlugin=podSubnet,"
                + " konnectivity=true, nodeOsUpgradeChannel=SecurityPatch,"
                + " nodePools=[NodePool[name=system, os=ubuntu, gpu=false],"
                + " NodePool[name=gpu, os=azurelinux, gpu=true], NodePool[name=win, os=windows, gpu=false]],"
                + " features=[Feature[name=azure-policy, parameters={}, at=" + path + ":23:7],"
                + " Feature[name=keyvault-csi, parameters={vault=[kv-payments]}, at=" + path + ":24:7],"
                + " Feature[name=gpu, parameters={device-plugin=[self-managed], driver=[aks]}, at=" + path
                + ":25:7]]]", intent.cluster().toString());
        assertEquals("NetworkIntent[vnet=VnetIntent[name=spoke, resourceGroup=Optional[rg-spoke],"
                + " addressSpace=[10.42.0.0/16]], nodeSubnet=SubnetIntent[name=nodes, prefix=10.42.1.0/24],"
                + " podSubnet=Optional[SubnetIntent[name=pods, prefix=10.42.16.0/20]],"
                + " privateEndpointSubnet=Optional[SubnetIntent[name=endpoints, prefix=10.42.5.0/24]],"
                + " podCidr=Optional.empty, dnsServers=[10.1.0.4, 10.9.0.53],"
                + " firewall=Optional[FirewallIntent[name=hub-fw, tier=Premium, privateIp=10.1.0.4,"
                + " publicIps=[20.0.0.10, 20.0.0.11], dnsProxy=true, policyName=Optional[hub-policy],"
                + " vnetAddressSpace=[10.1.0.0/16]]],"
                + " peeredNetworks=[PeerIntent[name=data, addressSpace=[10.60.0.0/16]]],"
                + " onPremises=Optional[OnPremisesIntent[ranges=[172.20.0.0/16], gatewaySubnet=10.1.255.0/27]]]",
                intent.network().toString());
        assertEquals("Dependency[name=events, service=Optional[event-hubs], host=Optional[ev.servicebus.windows.net],"
                + " cidr=Optional.empty, protocol=Optional[tcp], port=Optional[443,5671-5672], via=firewall,"
                + " privateIp=Optional.empty, purpose=, at=" + path + ":45:5]",
                intent.dependencies().get(2).toString());
        assertEquals("Dependency[name=orders-db, service=Optional[azure-sql-database],"
                + " host=Optional[orders.database.windows.net], cidr=Optional.empty, protocol=Optional.empty,"
                + " port=Optional.empty, via=privateEndpoint, privateIp=Optional[10.42.5.7], purpose=orders, at=" + path
                + ":43:5]", intent.dependencies().getFirst().toString());
        assertEquals("PlanOptions[fqdnTag=false, legacyNames=true, include=[ntp-linux], exclude=[]]",
                intent.options().toString());
    }

    @Test
    void readsEveryKeyOfAnInboundService() {
        Path path = Path.of("src/test/resources/dev/sekisho/model/io/cluster/complete.yaml");
        List<InboundIntent> inbound = ClusterIntentReader
                .read(path, CatalogueReader.builtIn(), new Diagnostics()).orElseThrow().inbound();
        assertEquals(new InboundIntent("storefront", "shop",
                new TreeMap<>(Map.of("app.kubernetes.io/name", "storefront")), 443, Optional.of("https"),
                InboundIntent.Protocol.TCP, Set.of(Origin.values()), Optional.of(IpAddress.parse("10.42.40.10")),
                Optional.of(new SubnetIntent("balancers", IpPrefix.parse("10.42.40.0/24"))),
                List.of(IpPrefix.parse("10.0.0.0/8"), IpPrefix.parse("172.20.8.0/24"),
                        IpPrefix.parse("198.51.100.7/32")),
                Optional.of(new InboundIntent.FirewallDoor(Optional.of(IpAddress.parse("20.0.0.11")),
                        OptionalInt.of(8443))),
                Optional.of(new InboundIntent.GatewayDoor("gateway", Optional.of("rg-gateway"),
                        new SubnetIntent("gateway", IpPrefix.parse("10.42.41.0/24")),
                        Optional.of(Fqdn.parse("shop.example.com")), 8444, Optional.of("shop"), true, "/healthz", 7)),
                Optional.of(new InboundIntent.LinkDoor(Optional.of("pls-storefront"),
                        Optional.of(new SubnetIntent("pls", IpPrefix.parse("10.42.42.0/24"))), 2,
                        List.of("11111111-2222-3333-4444-555555555555", "66666666-7777-8888-9999-000000000000"), false,
                        List.of("11111111-2222-3333-4444-555555555555"),
                        List.of(Fqdn.parse("shop.partner.example")), true)),
                inbound.getFirst().at()), inbound.getFirst());
        InboundIntent feed = inbound.getLast();
        assertEquals("default/feed {app=feed} udp 5514 Optional.empty [vnet]", feed + " " + feed.selector() + " "
                + feed.protocol() + " " + feed.port() + " " + feed.targetPort() + " " + feed.from());
    }

    @Test
    void readsTheShortestFormsPeopleWrite() {
        String text = """
                apiVersion: sekisho.dev/v1
                kind: ClusterEgress
                metadata: {name: payments-prod}
                cluster:
                  cloud: AzurePublic
                  region: japaneast
                  outboundType: userDefinedRouting
                  apiServer: {access: private}
                  networkPlugin: overlay
                  konnectivity: true
                  nodePools: [{os: ubuntu}, {os: azurelinux, gpu: true}, {os: windows}]
                  features: [azure-policy, monitor, defender, keyvault-csi, workload-identity]
                network:
                  vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
                  nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
                  firewall: {name: hub-fw, tier: Standard, privateIp: 10.1.0.4, publicIps: [20.0.0.10], dnsProxy: true}
                dependencies:
                  - {name: orders-db, service: azure-sql-database, host: o.database.windows.net, via: privateEndpoint, privateIp: 10.42.5.4}
                  - {name: archive, service: storage-blob, host: archive01.blob.core.windows.net, via: serviceEndpoint}
                  - {name: partner, host: api.partner.example, protocol: https, port: 443}
                  - {name: onprem-db, cidr: 172.20.0.0/24, protocol: tcp, port: 5432}
                options: {fqdnTag: false, legacyNames: false}
                """;
        Diagnostics diagnostics = new Diagnostics();
        assertTrue(ClusterIntentReader.read(SourceFile.of("c.yaml", text), CatalogueReader.builtIn(), diagnostics)
                .isPresent(), diagnostics::toString);
        assertEquals(List.of("DNS_NOT_THROUGH_FIREWALL"), diagnostics.all().stream().map(Diagnostic::code).toList());
    }

    @Test
    void whatCouldNotBeReadIsNotMissedAgain() {
        assertEquals(List.of("MISSING_KEY 14:13"), errors(VALID.replace(", privateIp: 10.1.0.4", "")));
        assertEquals(List.of("HOST_BITS 12:38"), errors(VALID.replace("10.42.0.0/16", "10.42.0.1/16")));
    }

    @Test
    void problemsOfAnotherFileDoNotCount() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.error("NO_SUCH_FILE", SourceLocation.startOf("other.yaml"), "there is no such file", "");
        assertTrue(read(VALID, diagnostics).isPresent());
    }

    @Test
    void reportsEveryProblemInOneRunAtItsPlace() {
        String text = VALID.replace("japaneast", "Japan East").replace("10.42.1.0/24", "10.42.1.5/24")
                .replace("networkPlugin", "networkPlugins").replace("port: 443", "port: 0");
        assertEquals(List.of("MISSING_KEY 5:3", "UNKNOWN_REGION 6:11", "UNKNOWN_KEY 9:3", "HOST_BITS 13:35",
                "INVALID_VALUE 16:71"), errors(text));
    }

    @Test
    void answersADisplayNameWithTheRegionToWrite() {
        Diagnostics diagnostics = new Diagnostics();
        read(VALID.replace("japaneast", "Japan East"), diagnostics);
        assertEquals("write japaneast", diagnostics.all().getFirst().remedy());
    }

    @Test
    void tellsBothWaysToWriteAPrefixWithHostBits() {
        Diagnostics diagnostics = new Diagnostics();
        read(VALID.replace("10.42.1.0/24", "10.42.1.5/24"), diagnostics);
        assertEquals("write 10.42.1.0/24, or 10.42.1.5/32 for that one address",
                diagnostics.all().getFirst().remedy());
    }

    @Test
    void asksForQuotesAroundANameThatLooksLikeANumber() {
        String text = VALID.replace("name: hub-fw", "name: 123").replace("name: aks", "name: true");
        assertEquals(List.of("WRONG_TYPE 13:22", "WRONG_TYPE 14:20"), errors(text));
        Diagnostics diagnostics = new Diagnostics();
        read(text, diagnostics);
        assertEquals("write \"123\" in quotes", diagnostics.all().getLast().remedy());
        assertTrue(read(text.replace("123", "'123'").replace("true", "'true'"), new Diagnostics()).isPresent());
    }

    @Test
    void refusesUserDefinedRoutingWithoutAFirewall() {
        String text = VALID.replace("  firewall: {name: hub-fw, privateIp: 10.1.0.4}\n", "");
        assertEquals(List.of("ROUTING_WITHOUT_FIREWALL 7:17"), errors(text));
    }

    @Test
    void refusesWhatAnIsolatedClusterCannotHave() {
        String text = VALID.replace("userDefinedRouting", "none").replace("access: private", "access: public")
                .replace("os: ubuntu", "os: windows").replace("overlay", "kubenet")
                .replace("  firewall: {name: hub-fw, privateIp: 10.1.0.4}\n", "");
        assertEquals(List.of("ISOLATED_PUBLIC_API_SERVER 8:23", "ISOLATED_KUBENET 9:18", "KUBENET_WINDOWS 9:18",
                "ISOLATED_WINDOWS 10:14", "NO_LINUX_POOL 10:14"), errors(text));
    }

    @Test
    void refusesASecondDependencyOfTheSameName() {
        String text = VALID + "  - {name: partner, host: b.partner.example, protocol: https, port: 443}\n";
        assertEquals(List.of("DUPLICATE_NAME 17:5"), errors(text));
    }

    @Test
    void suggestsTheNearestServiceAndFeature() {
        String text = VALID.replace("protocol: https, port: 443", "service: storage-blop")
                .replace("nodePools:", "features: [monitr]\n  nodePools:");
        assertEquals(List.of("UNKNOWN_FEATURE 10:14", "UNKNOWN_SERVICE 17:57"), errors(text));
        Diagnostics diagnostics = new Diagnostics();
        read(text, diagnostics);
        assertTrue(diagnostics.all().getFirst().remedy().startsWith("did you mean 'monitor'?"));
    }

    private static List<String> errors(String text) {
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(Optional.empty(), read(text, diagnostics));
        return diagnostics.all().stream().filter(d -> d.severity() == Severity.ERROR)
                .map(ClusterIntentReaderTest::brief).toList();
    }

    private static String brief(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.at().line() + ":" + diagnostic.at().column();
    }

    private static Optional<ClusterIntent> read(String text, Diagnostics diagnostics) {
        return ClusterIntentReader.read(SourceFile.of("cluster.yaml", text), catalogue(), diagnostics);
    }

    private static Catalogue catalogue() {
        FeatureDefinition monitor = new FeatureDefinition("monitor", "Monitoring.",
                new Condition.AllOf(List.of()), List.of(), List.of(), List.of(), SourceLocation.UNKNOWN);
        return Catalogue.of(new Catalogue.Parts(LocalDate.of(2026, 8, 21), List.of(), List.of(monitor), List.of(),
                List.of(), List.<BackingService>of(), List.of(), List.of()));
    }
}
