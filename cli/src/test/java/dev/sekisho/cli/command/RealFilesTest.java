package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files that other people made: all of them are read, and what is in them is counted right. The numbers were counted
/// by hand in the files.
@EnabledIfSystemProperty(named = "sekisho.corpus", matches = ".+")
class RealFilesTest {
    @TempDir
    private Path scratch = Path.of("");

    @ParameterizedTest
    @CsvSource({
            "arm-aks/mspnp__aks-baseline__hub-regionA.json, azureFirewalls=1 ruleCollectionGroups=4 ruleCollections=4 networkRules=2 applicationRules=5 ipGroups=1 networkSecurityGroups=1 virtualNetworks=1",
            "arm-aks/mspnp__aks-baseline-multi-region__hub-region.v1.1.json, azureFirewalls=1 ruleCollectionGroups=3 ruleCollections=3 networkRules=1 applicationRules=10 ipGroups=1 networkSecurityGroups=1 virtualNetworks=1",
            "arm-aks/mspnp__aks-fabrikam-dronedelivery__azuredeploy-firewall.json, azureFirewalls=1 ruleCollections=7 networkRules=10 applicationRules=7 routeTables=1",
            "arm-aks/mspnp__aks-secure-baseline__hub-regionA-classic.json, azureFirewalls=1 ruleCollections=4 networkRules=5 applicationRules=11 ipGroups=1 networkSecurityGroups=1 virtualNetworks=1",
            "arm-aks/retaildevcrews__asb-spark__hub-regionA.json, azureFirewalls=1 ruleCollectionGroups=4 ruleCollections=4 networkRules=5 applicationRules=11 ipGroups=1 networkSecurityGroups=1 virtualNetworks=1",
            "arm-aks/Azure__AKS-Construction__SampleAppMain.json, azureFirewalls=1 ruleCollectionGroups=1 ruleCollections=3 networkRules=3 applicationRules=2 routeTables=1 networkSecurityGroups=5 virtualNetworks=1",
            "arm/Azure__Azure-Network-Security__dns-proxy-hub-spoke.json, azureFirewalls=1 ruleCollectionGroups=2 ruleCollections=3 natRules=2 networkRules=5 routeTables=2 networkSecurityGroups=4 virtualNetworks=3",
            "arm/Azure__Azure-Network-Security__forced-tunnel-azure.json, azureFirewalls=1 ruleCollectionGroups=3 ruleCollections=4 natRules=1 networkRules=3 applicationRules=1 ipGroups=2 routeTables=2 virtualNetworks=2",
            "arm/Azure__Azure-Network-Security__wvd-premium.json, ruleCollectionGroups=2 ruleCollections=2 networkRules=3 applicationRules=5 ipGroups=1",
            "arm/Azure__Azure-Network-Security__netsec-demo-firewall.json, azureFirewalls=1 ruleCollections=3 networkRules=5 applicationRules=4",
            "arm/Azure__Azure-Network-Security__AllowAllWeb-fragment.json, firewallPolicies=0 ruleCollectionGroups=0 ruleCollections=2 applicationRules=2",
            "arm/nicolgit__hub-and-spoke-playground__any-to-any.json, azureFirewalls=1 ruleCollectionGroups=2 ruleCollections=3 networkRules=1 applicationRules=2 ipGroups=1 routeTables=3",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-classic-firewall.json, azureFirewalls=1 ruleCollections=7 networkRules=12 applicationRules=15",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-ipgroups.json, ipGroups=11",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-rcg.json, firewallPolicies=0 ruleCollectionGroups=3 ruleCollections=4 networkRules=2 applicationRules=2",
            "arm/AngleOSaxon__AzureFirewallCalculator__powershell-policy.json, firewallPolicies=1 ruleCollectionGroups=0 ruleCollections=0",
            "arm/mspnp__aks-baseline__aks-spoke.json, routeTables=1 routes=1 networkSecurityGroups=3 virtualNetworks=1 subnets=3",
            "arm/mspnp__aks-baseline-multi-region__aks-spoke-multi-region.json, routeTables=1 networkSecurityGroups=3 virtualNetworks=1",
            "az-export/cloud-custodian__cloud-custodian__nsg-list-2018-12-01.json, networkSecurityGroups=2 securityRules=8",
            "az-export/cloud-custodian__cloud-custodian__nsg-list-2024-05-01.json, networkSecurityGroups=3 securityRules=5",
            "az-export/cloud-custodian__cloud-custodian__routetable-list-2018-12-01.json, routeTables=2 routes=4",
            "az-export/Azure__azure-cli-extensions__kubeSelectorGroup.json, firewallPolicies=0",
            "az-export/Azure__azure-cli-extensions__firewallPolicy-2025-09-01.json, firewallPolicies=1",
            "az-export/HoussemDellai__docker-kubernetes-course__az-outputs-network.json, azureFirewalls=1 routeTables=1 routes=0 virtualNetworks=1 subnets=2",
            "service-tags/wangmm001__cloud-ip-ranges-cache__ServiceTags_Public-changeNumber-398.json.gz, serviceTags=3136"})
    void countsWhatIsThere(String file, String expected) {
        CapturedStreams streams = CapturedStreams.plain();
        Path path = Path.of(System.getProperty("sekisho.corpus"), file);
        assertEquals(ExitCode.CLEAN, CommandTree.of(streams.streams()).execute("inspect", "--env", path.toString(),
                "--output", "json"), () -> streams.out() + streams.err());
        JsonNode counts = JsonMapper.shared().readTree(streams.out()).get("counts");
        for (String count : expected.split(" ")) {
            int equals = count.indexOf('=');
            assertEquals(Integer.parseInt(count.substring(equals + 1)),
                    counts.get(count.substring(0, equals)).asInt(), count);
        }
    }

    /// A hub and a spoke of two templates: the spoke's route and the hub's rules take values from each other.
    @ParameterizedTest
    @CsvSource({"mcr.microsoft.com:443, Allow, flux-addon-runtime-requirements",
            "packages.aks.azure.com:443, Unknown, ''", "example.com:25, Deny, NoRuleMatched"})
    void answersQuestionsAboutThem(String destination, String result, String rule) throws IOException {
        Path corpus = Path.of(System.getProperty("sekisho.corpus"));
        String network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/the-resource-group/providers/"
                + "Microsoft.Network/virtualNetworks/";
        Path parameters = Files.writeString(scratch.resolve("parameters.json"), """
                {"contentVersion": "1.0.0.0", "parameters": {"location": {"value": "eastus2"},
                  "hubVnetResourceId": {"value": "%svnet-eastus2-hub"},
                  "nodepoolSubnetResourceIds": {"value": ["%svnet-spoke-BU0001A0008-00/subnets/snet-clusternodes"]}}}
                """.formatted(network, network));
        CapturedStreams streams = CapturedStreams.plain();
        assertEquals(ExitCode.CLEAN,
                CommandTree.of(streams.streams()).execute("trace", "--env",
                        corpus.resolve("arm-aks/mspnp__aks-baseline__hub-regionA.json").toString(), "--env",
                        corpus.resolve("arm/mspnp__aks-baseline__aks-spoke.json").toString(), "--parameters",
                        parameters.toString(), "--from", "10.240.0.5", "--to", destination, "--output", "json"),
                () -> streams.out() + streams.err());
        JsonNode answer = JsonMapper.shared().readTree(streams.out());
        assertEquals(result, answer.get("result").asString(), streams::out);
        assertTrue(streams.out().contains(rule));
    }
}
