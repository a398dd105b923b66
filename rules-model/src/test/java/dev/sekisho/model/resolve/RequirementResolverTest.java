package dev.sekisho.model.resolve;

import dev.sekisho.model.cluster.ApiServer;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.cluster.NodeOs;
import dev.sekisho.model.cluster.NodeOsUpgradeChannel;
import dev.sekisho.model.cluster.OutboundType;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.EgressNeed.Layer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RequirementResolverTest {
    private static final List<String> BASE = List.of("mcr-registry", "mcr-data", "mcr-data-edge",
            "azure-resource-manager", "entra-login", "packages-microsoft", "aks-binaries");

    @Test
    void aPublicClusterNeedsTheBaseListAndItsApiServerByName() {
        Resolved resolved = Resolved.of(Intent.publicCluster());
        assertEquals(BASE, resolved.from(BASE));
        assertEquals(List.of("*.hcp.japaneast.azmk8s.io"), resolved.alternatives("api-server-fqdn"));
        assertFalse(resolved.need("api-server-fqdn").inspectable());
        assertEquals("https:443", resolved.wire("api-server-fqdn"));
        assertTrue(resolved.need("mcr-registry").coveredByFqdnTag());
    }

    @Test
    void anExistingClusterIsNamedExactly() {
        Resolved resolved = Resolved
                .of(Intent.publicCluster().created("shop-1.hcp.japaneast.azmk8s.io", "203.0.113.9"));
        assertEquals("shop-1.hcp.japaneast.azmk8s.io", resolved.alternatives("api-server-fqdn").getFirst());
        assertEquals(List.of("203.0.113.9/32", "shop-1.hcp.japaneast.azmk8s.io"),
                resolved.alternatives("api-server-ip-443"));
    }

    @Test
    void theAddressOfAClusterThatDoesNotExistYetIsLeftOpen() {
        Resolved resolved = Resolved.of(Intent.publicCluster());
        assertTrue(resolved.notNeeded("api-server-ip-443").onPurpose());
        assertTrue(resolved.warnings().contains("KNOWN_AFTER_CREATION"));
    }

    @Test
    void whoInsistsGetsTheWideTagForAClusterThatDoesNotExistYet() {
        Resolved resolved = Resolved.of(Intent.publicCluster().include("api-server-ip-443"));
        assertEquals(List.of("AzureCloud.japaneast"), resolved.alternatives("api-server-ip-443"));
        assertTrue(resolved.warnings().contains("WIDE_DESTINATION"));
    }

    @Test
    void theOldTunnelUsesTheTightestDestinationThatIsKnown() {
        Resolved before = Resolved.of(Intent.publicCluster().oldTunnel().cloud(Cloud.AZURE_PUBLIC, "francecentral"));
        assertEquals(List.of("AzureCloud.centralfrance", "*"), before.alternatives("api-server-tunnel-udp-1194"));
        assertEquals(2, before.need("api-server-tunnel-udp-1194").unusable().size());
        assertEquals("udp:1194", before.wire("api-server-tunnel-udp-1194"));
        assertEquals("tcp:9000", before.wire("api-server-tunnel-tcp-9000"));
        Resolved after = Resolved.of(Intent.publicCluster().oldTunnel().created("a.hcp.example.net", "203.0.113.9"));
        assertEquals("203.0.113.9/32", after.alternatives("api-server-tunnel-tcp-9000").getFirst());
    }

    @Test
    void konnectivityRemovesTheTunnelAndSaysSo() {
        Resolved resolved = Resolved.of(Intent.publicCluster());
        var absent = resolved.notNeeded("api-server-tunnel-udp-1194");
        assertTrue(absent.reason().startsWith("konnectivity: "), absent::reason);
        assertEquals(List.of("outbound-rules-control-egress.md (2026-06-18)"), absent.references());
        assertFalse(absent.onPurpose());
    }

    @Test
    void aPrivateClusterReachesItsApiServerInItsOwnSubnet() {
        Resolved resolved = Resolved.of(Intent.privateCluster());
        assertEquals(List.of("10.42.1.0/24"), resolved.alternatives("api-server-private-endpoint"));
        assertEquals(Set.of(Layer.LOCAL), resolved.need("api-server-private-endpoint").layers());
        assertTrue(resolved.notNeeded("api-server-fqdn").reason().contains("private"));
        assertEquals(BASE, resolved.from(BASE));
    }

    @Test
    void aClusterWithVnetIntegrationReachesItsDelegatedSubnet() {
        Resolved resolved = Resolved.of(Intent.publicCluster().access(ApiServer.Access.VNET_INTEGRATION));
        assertEquals(List.of("10.42.9.0/28"), resolved.alternatives("api-server-vnet-integration-ilb"));
        assertEquals("tcp:443,4443", resolved.wire("api-server-vnet-integration-ilb"));
        assertTrue(resolved.notNeeded("api-server-fqdn").reason().startsWith("api-server-vnet-integration: "));
    }

    @Test
    void chinaHasItsOwnNamesAndNoDefenderSinceItsEnd() {
        Intent intent = Intent.publicCluster().cloud(Cloud.AZURE_CHINA, "chinanorth3").feature("defender");
        Resolved resolved = Resolved.of(intent);
        assertEquals(List.of("*.hcp.chinanorth3.cx.prod.service.azk8s.cn"), resolved.alternatives("api-server-fqdn"));
        assertEquals(List.of("mcr.azure.cn,*.data.mcr.azure.cn"), resolved.alternatives("mcr-china-cache"));
        assertTrue(resolved.ids().contains("aks-binaries-china"));
        assertTrue(resolved.ids().contains("ntp-linux"));
        assertEquals("retired on 2026-08-18", resolved.notNeeded("defender-ods").reason());
        Diagnostics diagnostics = new Diagnostics();
        var earlier = NeedResolver.resolve(intent.build(), Resolved.CATALOGUE.asOf(LocalDate.of(2026, 8, 17)),
                diagnostics);
        assertTrue(earlier.needs().stream().anyMatch(need -> need.id().equals("defender-ods")));
    }

    @Test
    void governmentHasItsOwnNames() {
        Resolved resolved = Resolved.of(Intent.privateCluster().cloud(Cloud.AZURE_US_GOVERNMENT, "usgovvirginia")
                .feature("azure-policy").feature("keyvault-csi", "vault=kv-permits"));
        assertEquals(List.of("management.usgovcloudapi.net"), resolved.alternatives("azure-resource-manager"));
        assertEquals(List.of("login.microsoftonline.us"), resolved.alternatives("entra-login"));
        assertEquals(List.of("data.policy.azure.us"), resolved.alternatives("policy-data"));
        assertEquals(List.of("kv-permits.vault.usgovcloudapi.net"), resolved.alternatives("keyvault-csi"));
    }

    @Test
    void anIsolatedClusterNeedsNoRule() {
        Resolved resolved = Resolved.of(Intent.privateCluster().outbound(OutboundType.NONE));
        resolved.needs().needs().forEach(need -> assertEquals(Set.of(Layer.LOCAL), need.layers(), need::id));
        assertEquals("network-isolated: nodes start from a private registry, so that nothing has to leave the network",
                resolved.notNeeded("mcr-registry").reason());
        assertEquals(List.of("10.42.5.0/24"), resolved.alternatives("acr-private-endpoint"));
    }

    @Test
    void anAddOnOfAnIsolatedClusterUsesAPrivateEndpointOrIsReported() {
        Resolved resolved = Resolved.of(Intent.privateCluster().outbound(OutboundType.NONE).feature("monitor")
                .feature("azure-policy").feature("keyvault-csi", "vault=kv-core"));
        EgressNeed logs = resolved.need("monitor-ods");
        assertEquals(Via.PRIVATE_ENDPOINT, logs.via());
        assertEquals(List.of("azuremonitor"), logs.privateEndpoint().orElseThrow().groupIds());
        assertEquals(List.of("privatelink.vaultcore.azure.net"),
                resolved.need("keyvault-csi").privateEndpoint().orElseThrow().zones());
        assertTrue(resolved.warnings().contains("ISOLATED_NEEDS_EGRESS"));
    }

    @Test
    void windowsAndGpuPoolsBringTheirNames() {
        Resolved resolved = Resolved.of(Intent.privateCluster().pool(NodeOs.WINDOWS, false).pool(NodeOs.UBUNTU, true));
        assertEquals(List.of("nvidia.github.io,us.download.nvidia.com,download.docker.com"),
                resolved.alternatives("gpu-driver-install"));
        assertEquals("http:80", resolved.wire("windows-binaries-http"));
        assertEquals("tcp:1688", resolved.wire("windows-kms-activation"));
        assertTrue(resolved.warnings().contains("UNVERIFIED"));
        assertFalse(Resolved.of(Intent.privateCluster()).ids().contains("windows-binaries-http"));
    }

    @Test
    void aGpuPoolWithoutDriversNeedsNoDriverHosts() {
        Resolved resolved = Resolved
                .of(Intent.privateCluster().pool(NodeOs.UBUNTU, true).feature("gpu", "driver=none"));
        assertTrue(resolved.notNeeded("gpu-driver-install").reason().contains("gpu"));
    }

    @Test
    void theUpgradeChannelDecidesAboutUpdates() {
        assertTrue(Resolved.of(Intent.publicCluster()).notNeeded("ubuntu-updates-http").onPurpose());
        assertTrue(Resolved.of(Intent.publicCluster().channel(NodeOsUpgradeChannel.UNMANAGED)).ids()
                .contains("ubuntu-updates-http"));
        assertTrue(Resolved.of(Intent.publicCluster().channel(NodeOsUpgradeChannel.SECURITY_PATCH)).ids()
                .contains("ubuntu-updates-snapshot"));
        assertTrue(Resolved.of(Intent.publicCluster().feature("os-updates-ubuntu")).ids()
                .contains("ubuntu-updates-http"));
    }

    @Test
    void oneFeatureBringsAnother() {
        Resolved resolved = Resolved.of(Intent.publicCluster().created("a.hcp.example.net", "203.0.113.9")
                .feature("istio").feature("keda").feature("dapr"));
        assertTrue(resolved.ids().contains("keyvault-csi"));
        assertTrue(resolved.ids().contains("api-server-ip-443"));
        assertTrue(resolved.ids().contains("extensions-config"));
        assertFalse(Resolved.of(Intent.publicCluster().feature("istio", "certificates=self-signed")).ids()
                .contains("keyvault-csi"));
    }

    @Test
    void aVaultThatIsNotNamedOpensAllVaultsWithAWarning() {
        Resolved resolved = Resolved.of(Intent.publicCluster().feature("keyvault-csi"));
        assertEquals(List.of("*.vault.azure.net"), resolved.alternatives("keyvault-csi"));
        assertTrue(resolved.warnings().contains("WIDE_DESTINATION"));
        Resolved named = Resolved.of(Intent.publicCluster().feature("keyvault-csi", "vault=one,two"));
        assertEquals(List.of("one.vault.azure.net,two.vault.azure.net"), named.alternatives("keyvault-csi"));
        assertFalse(named.warnings().contains("WIDE_DESTINATION"));
    }

    @Test
    void aGitHostThatNobodyCanGuessIsAnError() {
        Intent china = Intent.publicCluster().cloud(Cloud.AZURE_CHINA, "chinaeast2").feature("flux");
        assertEquals(Set.of("FEATURE_PARAMETER_MISSING"), Resolved.withProblems(china).errors());
        assertTrue(Resolved.withProblems(china).warnings().contains("EXTENSIONS_CHINA"));
        assertEquals(List.of("github.com,api.github.com"),
                Resolved.of(Intent.publicCluster().feature("flux")).alternatives("flux-git-source"));
    }

    @Test
    void aValueThatMakesNoNameIsAnError() {
        Intent intent = Intent.publicCluster().feature("keyvault-csi", "vault=not a name!");
        assertEquals(Set.of("INVALID_VALUE"), Resolved.withProblems(intent).errors());
    }

    @Test
    void monitoringIsByNameUnlessTheServiceTagIsChosen() {
        Resolved byName = Resolved.of(Intent.publicCluster().feature("monitor", "parts=prometheus"));
        assertTrue(byName.ids().contains("monitor-ingest-metrics"));
        assertFalse(byName.ids().contains("monitor-ingest-logs"));
        assertFalse(byName.ids().contains("monitor-service-tag"));
        Resolved byTag = Resolved.of(Intent.publicCluster().feature("monitor", "layer=network"));
        assertEquals(List.of("AzureMonitor"), byTag.alternatives("monitor-service-tag"));
        assertFalse(byTag.ids().contains("monitor-ods"));
    }

    @Test
    void legacyNamesComeOnlyOnRequest() {
        assertTrue(Resolved.of(Intent.publicCluster()).notNeeded("aks-binaries-legacy").onPurpose());
        Resolved legacy = Resolved.of(Intent.publicCluster().legacyNames());
        assertEquals(List.of("acs-mirror.azureedge.net"), legacy.alternatives("aks-binaries-legacy"));
        assertTrue(legacy.warnings().contains("RETIRED_NAME"));
    }

    @ParameterizedTest
    @CsvSource({
            "2024-06-13, mcr-registry mcr-data azure-resource-manager entra-login packages-microsoft aks-binaries-legacy",
            "2025-03-30, mcr-registry mcr-data mcr-data-edge azure-resource-manager entra-login packages-microsoft aks-binaries-legacy",
            "2025-03-31, mcr-registry mcr-data mcr-data-edge azure-resource-manager entra-login packages-microsoft aks-binaries aks-binaries-legacy",
            "2025-05-31, mcr-registry mcr-data mcr-data-edge azure-resource-manager entra-login packages-microsoft aks-binaries"})
    void whatNodesFetchFromChangedWithTheYears(LocalDate day, String base) {
        Resolved resolved = Resolved.on(day, Intent.publicCluster());
        List<String> known = new ArrayList<>(BASE);
        known.add("aks-binaries-legacy");
        assertEquals(List.of(base.split(" ")), resolved.from(known));
        assertFalse(resolved.warnings().contains("RETIRED_NAME"));
    }

    @Test
    void whatIsExcludedIsLeftOutOnPurpose() {
        Resolved resolved = Resolved.of(Intent.publicCluster().feature("monitor").exclude("monitor-telemetry"));
        assertEquals("left out by options.exclude", resolved.notNeeded("monitor-telemetry").reason());
        assertTrue(resolved.notNeeded("monitor-telemetry").onPurpose());
    }

    @Test
    void anUnknownIdInTheOptionsIsAnErrorAndAnImpossibleOneAWarning() {
        assertEquals(Set.of("UNKNOWN_REQUIREMENT"),
                Resolved.withProblems(Intent.publicCluster().include("mcr-registri")).errors());
        assertTrue(Resolved.of(Intent.privateCluster().include("api-server-fqdn")).warnings()
                .contains("INCLUDE_WITHOUT_EFFECT"));
    }

    @Test
    void dnsIsLocalWhereTheServerIsAndARuleWhereItIsNot() {
        Resolved hub = Resolved.of(Intent.publicCluster().dns("10.1.0.4"));
        assertEquals(Set.of(Layer.LOCAL), hub.need("custom-dns").layers());
        assertEquals("tcp:53", hub.wire("custom-dns:tcp"));
        Resolved onPremises = Resolved.of(Intent.publicCluster().dns("172.16.0.53"));
        assertEquals(Set.of(Layer.NETWORK), onPremises.need("custom-dns").layers());
        assertFalse(Resolved.of(Intent.publicCluster().withoutDnsProxy()).ids().contains("custom-dns"));
    }

    @Test
    void anHttpProxyTakesOverEverythingThatIsHttp() {
        Resolved resolved = Resolved.of(Intent.publicCluster().feature("http-proxy", "proxy=172.16.0.8", "port=3128"));
        assertEquals(List.of("172.16.0.8/32"), resolved.alternatives("http-proxy"));
        assertEquals("tcp:3128", resolved.wire("http-proxy"));
        assertEquals(Set.of(Layer.NETWORK), resolved.need("http-proxy").layers());
        assertTrue(resolved.notNeeded("mcr-registry").reason().startsWith("http-proxy: "));
        assertTrue(resolved.ids().contains("api-server-fqdn"));
        assertEquals(Set.of("INVALID_VALUE"),
                Resolved.withProblems(Intent.publicCluster().feature("http-proxy", "proxy=http://10.0.0.1:3128"))
                        .errors());
    }

    @Test
    void theFqdnTagIsTrustedWithCoreNamesOnly() {
        Resolved resolved = Resolved.of(Intent.publicCluster().fqdnTag().feature("azure-policy"));
        assertTrue(resolved.need("mcr-data").coveredByFqdnTag());
        assertFalse(resolved.need("policy-data").coveredByFqdnTag());
        assertTrue(resolved.warnings().containsAll(Set.of("FQDN_TAG_CONTENT", "FQDN_TAG_ALL_TENANTS")));
        assertTrue(Resolved.of(Intent.publicCluster().cloud(Cloud.AZURE_CHINA, "chinaeast2").fqdnTag()).warnings()
                .contains("FQDN_TAG_CLOUD"));
    }
}
