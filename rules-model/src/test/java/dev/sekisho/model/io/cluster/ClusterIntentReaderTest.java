package dev.sekisho.model.io.cluster;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.catalogue.BackingService;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.FeatureDefinition;
import dev.sekisho.model.cluster.ClusterIntent;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
