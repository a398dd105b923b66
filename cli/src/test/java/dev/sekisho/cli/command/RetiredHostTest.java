package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Policies from the time when nodes fetched their binaries from `acs-mirror.azureedge.net`: they met every need then, and today
/// nodes cannot be made behind them.
@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class RetiredHostTest {
    private static final String NETWORKS = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/"
            + "the-resource-group/providers/Microsoft.Network/virtualNetworks/";

    private static final String PARAMETERS = """
            {"contentVersion": "1.0.0.0", "parameters": {
              "location": {"value": "eastus2"}, "firewallPolicyLocation": {"value": "eastus2"},
              "baseFirewallPoliciesId": {"value": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/the-resource-group/providers/Microsoft.Network/firewallPolicies/fw-policies-base"},
              "hubVnetResourceId": {"value": "%1$svnet-eastus2-hub"},
              "nodepoolSubnetResourceIds": {"value": ["%1$svnet-spoke-BU0001A0008-00/subnets/snet-clusternodes"]},
              "aksVnetName": {"value": "vnet-spoke-BU0001A0008-00"}, "aksClusterSubnetName": {"value": "snet-clusternodes"},
              "aksClusterSubnetPrefix": {"value": "10.240.0.0/22"}, "firewallPublicIpName": {"value": "pip"},
              "serviceTagsLocation": {"value": "EastUS2"}, "aksFqdns": {"value": []}, "acrServers": {"value": []},
              "deliveryRedisHostNames": {"value": []}}}
            """.formatted(NETWORKS);

    private static final String CLUSTER = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: corpus}
            cluster:
              cloud: AzurePublic
              region: eastus2
              outboundType: userDefinedRouting
              apiServer: {access: private}
              networkPlugin: overlay
              nodePools: [{name: system, os: ubuntu}]
            network:
              vnet: {name: spoke, addressSpace: [10.240.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.240.0.0/22}
              podCidr: 10.244.0.0/16
              firewall: {name: fw-eastus2, tier: Standard, privateIp: 10.200.0.4, publicIps: [20.0.0.10], dnsProxy: false, vnetAddressSpace: [10.200.0.0/24]}
            """;

    /// What the templates leave to Azure: addresses of a tag and of hosts, the FQDN tag as the page listed its names
    /// before 31 March 2025, and the policy above the ones that name one.
    private static final String FIXTURES = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            fixtures:
              serviceTags: {AzureCloud.EastUS2: [20.44.16.0/24], ServiceBus.EastUS2: [20.44.17.0/26], AzureCosmosDB.EastUS2: [20.44.17.64/26], AzureKeyVault.EastUS2: [20.44.17.128/26], AzureMonitor: [20.44.17.192/26]}
              fqdnTags: {AzureKubernetesService: [mcr.microsoft.com, '*.data.mcr.microsoft.com', mcr-0001.mcr-msedge.net, management.azure.com, login.microsoftonline.com, packages.microsoft.com, acs-mirror.azureedge.net]}
              clientDns: {mcr-0001.mcr-msedge.net: [13.107.246.15], packages.microsoft.com: [20.44.16.7], packages.aks.azure.com: [13.107.246.7], mcr.microsoft.com: [13.107.246.9], www.data.mcr.microsoft.com: [13.107.246.11], management.azure.com: [20.44.20.5], login.microsoftonline.com: [20.190.151.7], acs-mirror.azureedge.net: [13.107.246.13]}
            """;

    private static final String BASE_POLICY = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            firewallPolicies: [{name: fw-policies-base, tier: Standard, ruleCollectionGroups: []}]
            """;

    @TempDir
    private Path scratch = Path.of("");

    private final List<String> arguments = new ArrayList<>();

    /// The template without the FQDN tag lacks another host, which the page has listed since the middle of 2024.
    @ParameterizedTest
    @CsvSource({"retaildevcrews__asb-spark__hub-regionA, 2025-01-15, aks-spoke",
            "mspnp__aks-secure-baseline__hub-regionA-classic, 2025-01-15, aks-spoke",
            "mspnp__aks-baseline-multi-region__hub-region.v1.1, 2025-01-15, aks-spoke",
            "mspnp__aks-fabrikam-dronedelivery__azuredeploy-firewall, 2024-01-15, ''"})
    void metEveryNeedOnceAndDoesNotToday(String template, String then, String spoke) throws IOException {
        Path corpus = Path.of(System.getProperty("sekisho.corpus"));
        List<String> files = new ArrayList<>(List.of(corpus.resolve("arm-aks/" + template + ".json").toString(),
                written("fixtures.yaml", FIXTURES)));
        if (template.contains("multi-region")) {
            files.add(written("base.yaml", BASE_POLICY));
        }
        if (!spoke.isEmpty()) {
            files.add(corpus.resolve("arm/mspnp__aks-baseline__" + spoke + ".json").toString());
        }
        environment(files);

        JsonNode before = check(then, ExitCode.CLEAN);
        assertEquals("reachable", need("aks-binaries-legacy", before).get("verdict").asString());
        assertFalse(isBeyondNeed("acs-mirror.azureedge.net", before), before::toString);

        JsonNode today = check("2026-11-30", ExitCode.SOMETHING_TO_SEE);
        JsonNode lacking = need("aks-binaries", today);
        assertEquals("blocked", lacking.get("verdict").asString());
        assertTrue(lacking.get("witness").asString().endsWith(
                " to packages.aks.azure.com:443 (https): Deny (NoRuleMatched)"), lacking::toString);
        assertTrue(isBeyondNeed("acs-mirror.azureedge.net", today), today::toString);

        CapturedStreams traced = run(ExitCode.CLEAN, "trace", "--from", "10.240.0.4", "--to",
                "packages.aks.azure.com:443");
        assertEquals("Deny", JsonMapper.shared().readTree(traced.out()).get("result").asString(), traced::err);
    }

    /// Where nothing says what the FQDN tag holds, it is presumed to hold what Microsoft lists, and the answer says so.
    @Test
    void presumesTheContentOfTheFqdnTag() throws IOException {
        Path corpus = Path.of(System.getProperty("sekisho.corpus"));
        environment(List.of(corpus.resolve("arm-aks/retaildevcrews__asb-spark__hub-regionA.json").toString(),
                corpus.resolve("arm/mspnp__aks-baseline__aks-spoke.json").toString()));
        JsonNode binaries = need("aks-binaries", check("2026-11-30", ExitCode.CLEAN));
        assertEquals("reachable", binaries.get("verdict").asString());
        assertTrue(binaries.get("assumptions").toString().contains("FW-42"), binaries::toString);
    }

    private static JsonNode need(String id, JsonNode result) {
        return result.get("requirements").valueStream().filter(need -> need.get("id").asString().equals(id)).findFirst()
                .orElseThrow();
    }

    private static boolean isBeyondNeed(String host, JsonNode result) {
        return result.get("excess").valueStream().flatMap(flows -> flows.get("fqdns").valueStream())
                .anyMatch(name -> name.asString().equals(host));
    }

    private void environment(List<String> files) throws IOException {
        for (String file : files) {
            arguments.addAll(List.of("--env", file));
        }
        arguments.addAll(List.of("--parameters", written("parameters.json", PARAMETERS)));
    }

    private JsonNode check(String day, int exit) throws IOException {
        CapturedStreams streams = run(exit, "check", written("cluster.yaml", CLUSTER), "--as-of", day);
        return JsonMapper.shared().readTree(streams.out());
    }

    private CapturedStreams run(int exit, String... command) {
        CapturedStreams streams = CapturedStreams.plain();
        List<String> asked = new ArrayList<>(List.of(command));
        asked.addAll(arguments);
        asked.addAll(List.of("--output", "json"));
        assertEquals(exit, CommandTree.of(streams.streams()).execute(asked.toArray(String[]::new)),
                () -> streams.out() + streams.err());
        return streams;
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(scratch.resolve(name), text).toString();
    }
}
