package dev.sekisho.model.io.environment;

import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.io.shape.Unmodelled;
import dev.sekisho.model.network.NextHop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What Azure would not take, or writes in an odd way, is read with a diagnostic; what is not modelled is listed.
class TolerantReadingTest {
    private static final String GROUP = """
            {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/r",
             "name": "r", "properties": {"priority": 200, "ruleCollections": [
              {"name": "c", "priority": 300, "ruleCollectionType": "FirewallPolicyFilterRuleCollection",
               "action": {"type": "Allow"}, "rules": [{"ruleType": "NetworkRule", "name": "n", "ipProtocols": ["TCP"],
                 "sourceAddresses": ["10.0.0.0/8"], "destinationAddresses": ["192.0.2.1"],
                 "destinationPorts": ["443"]}]}]}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private ReadFiles files = ReadFiles.in(folder);

    private NetworkRule rule(String written, String instead) throws IOException {
        assertTrue(GROUP.contains(written));
        files = ReadFiles.in(folder).file("group.json", GROUP.replace(written, instead));
        return (NetworkRule) files.read().firewallPolicies().getFirst().ruleCollectionGroups().getFirst()
                .ruleCollections().getFirst().rules().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[\"443\"] | [443] | NUMBER_FOR_TEXT",
            "\"priority\": 300 | \"priority\": \"300\" | TEXT_FOR_NUMBER",
            "\"sourceAddresses\": [\"10.0.0.0/8\"] | \"sourceAddresses\": \"10.0.0.0/8\" | SINGLE_FOR_LIST",
            "[\"TCP\"] | [\"tcp\"] | ``", "[\"TCP\"] | [0] | NUMBER_FOR_WORD",
            "\"NetworkRule\", | \"networkrule\", \"sourceIpGroups\": [], \"description\": null, | ``",
            "\"ruleType\": \"NetworkRule\", | `` | MISSING_KEY"})
    void anOddSpellingMeansTheSame(String written, String instead, String code) throws IOException {
        assertEquals(rule("\"name\": \"n\"", "\"name\": \"n\""), rule(written, instead == null ? "" : instead));
        assertEquals(code == null || code.isEmpty() ? List.of("ONLY_PARTS") : List.of("ONLY_PARTS", code),
                files.codes(), files.diagnostics()::toString);
        assertFalse(files.diagnostics().hasErrors());
    }

    @Test
    void valuesJoinedByCommasAreTakenApart() throws IOException {
        NetworkRule rule = rule("[\"192.0.2.1\"]", "[\"192.0.2.1, 192.0.2.2\"]");
        assertEquals("[192.0.2.1, 192.0.2.2]", rule.destinations().addresses().toString());
        assertEquals(List.of("ONLY_PARTS", "JOINED_VALUES"), files.codes());
    }

    @Test
    void whatAzureWouldRefuseIsAWarningAndNotAnError() throws IOException {
        NetworkRule rule = rule("[\"192.0.2.1\"]", "[\"192.0.2.300\", \"192.0.2.7\"]");
        assertEquals("[192.0.2.300, 192.0.2.7]", rule.destinations().addresses().toString());
        assertEquals(List.of("ONLY_PARTS", "ADDRESS"), files.codes());
        assertFalse(files.diagnostics().hasErrors());
    }

    @Test
    void anExportThatPowerShellCutOffIsAnErrorThatSaysHowToRepeatIt() throws IOException {
        files = ReadFiles.in(folder).file("cut.json", """
                [{"Id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/routeTables/rt", "Name": "rt",
                  "Routes": ["Microsoft.Azure.Commands.Network.Models.PSRoute"]}]
                """);
        files.read();
        assertEquals(List.of("CUT_OFF_EXPORT"), files.codes());
        assertTrue(files.diagnostics().hasErrors());
        assertTrue(files.diagnostics().toString().contains("-Depth"), files.diagnostics()::toString);
    }

    @Test
    void whatIsNotModelledIsListedWithItsPointer() throws IOException {
        Inspection inspection = ReadFiles.in(folder).file("new.json", """
                {"value": [
                  {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p", "name": "p",
                   "etag": "x", "properties": {"provisioningState": "Succeeded", "kubeSelectorGroups": [{"id": "k"}],
                     "explicitProxy": {"enableExplicitProxy": true, "enablePacFile": false, "pacFilePort": 8090},
                     "brandNew": {"a/b": 1}, "empty": [], "alsoEmpty": {"x": null}}},
                  {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p/kubeSelectorGroups/k",
                   "name": "k", "properties": {"podSelector": {"matchLabels": {"app": "web"}}}},
                  {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Insights/components/logs", "name": "logs"},
                  {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/w",
                   "name": "w", "properties": {"customRules": [{"name": "a", "ruleType": "MatchRule"}]}}]}
                """).inspect();
        assertEquals(List.of("/value/0/properties/kubeSelectorGroups",
                "/value/0/properties/explicitProxy/pacFilePort", "/value/0/properties/brandNew", "/value/1",
                "/value/3"),
                inspection.unmodelled().stream().map(Unmodelled::pointer).toList());
        assertEquals(List.of(3, 4, 5, 6, 9), inspection.unmodelled().stream().map(one -> one.at().line()).toList());
        assertEquals(1, inspection.environment().firewallPolicies().size());
        assertEquals(0, inspection.environment().firewallPolicies().getFirst().ruleCollectionGroups().size());
        assertEquals(1, inspection.otherResources().get("Microsoft.Insights/components"));
    }

    @Test
    void aGroupOfAPolicyThatNoFileHoldsIsMissed() throws IOException {
        files = ReadFiles.in(folder).file("policy.json", """
                {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p", "name": "p",
                 "ruleCollectionGroups": [{"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/firewallPolicies/p/ruleCollectionGroups/r"}]}
                """);
        Inspection inspection = files.inspect();
        assertEquals(List.of("MISSING_PART"), files.codes());
        assertEquals("[p/r]", inspection.environment().firewallPolicies().stream()
                .map(policy -> policy.name() + "/" + policy.ruleCollectionGroups().getFirst().name()).toList()
                .toString());
        assertEquals("{applicationRules=2, networkRules=2, ruleCollectionGroups=1, ruleCollections=4}",
                inspection.madeUp().toString());
    }

    @Test
    void fragmentsFromThePortalAreTakenWithANote() throws IOException {
        String collection = GROUP.substring(GROUP.indexOf("{\"name\": \"c\""), GROUP.lastIndexOf("]}}"));
        files = ReadFiles.in(folder).file("pasted.json", collection + ",\n" + collection.replace("\"c\"", "\"d\""));
        Inspection inspection = files.inspect();
        assertEquals(List.of("FRAGMENT", "FRAGMENT"), files.codes(), files.diagnostics()::toString);
        assertEquals(2, inspection.environment().firewallPolicies().getFirst().ruleCollectionGroups().getFirst()
                .ruleCollections().size());
        assertEquals("{firewallPolicies=1, ruleCollectionGroups=1}", inspection.madeUp().toString());

        ReadFiles keys = ReadFiles.in(folder).file("keys.json", "\"ruleCollections\": [" + collection + "]");
        assertEquals(1, keys.read().firewallPolicies().getFirst().ruleCollectionGroups().getFirst().ruleCollections()
                .size());
        ReadFiles routes = ReadFiles.in(folder).file("routes.json",
                "{\"name\": \"all\", \"properties\": {\"addressPrefix\": \"0.0.0.0/0\", \"nextHopType\": \"Internet\"}}");
        assertEquals(NextHop.Platform.INTERNET,
                routes.read().routeTables().getFirst().routes().getFirst().nextHop());
    }

    @Test
    void aRouteWithSeveralNextHopsIsOneOfThem() throws IOException {
        files = ReadFiles.in(folder).file("ecmp.json", """
                {"id": "/subscriptions/5e/resourceGroups/g/providers/Microsoft.Network/routeTables/rt", "name": "rt",
                 "routes": [{"name": "two", "addressPrefix": "0.0.0.0/0", "nextHopType": "VirtualApplianceEcmp",
                   "nextHop": {"nextHopIpAddresses": ["10.1.0.4", "10.1.0.5"]}}]}
                """);
        NextHop hop = files.read().routeTables().getFirst().routes().getFirst().nextHop();
        assertTrue(hop instanceof NextHop.VirtualAppliance appliance
                && appliance.address().toString().equals("<one of 10.1.0.4, 10.1.0.5>"), hop::toString);
        assertEquals(List.of(), files.codes(), files.diagnostics()::toString);
    }
}
