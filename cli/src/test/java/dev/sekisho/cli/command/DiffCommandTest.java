package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiffCommandTest {
    private static final String YAML = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            firewalls: [{name: hub-fw, tier: Standard, privateIp: 10.1.0.4, policy: p}]
            firewallPolicies:
              - name: p
                tier: Standard
                ruleCollectionGroups:
                  - name: g
                    priority: 200
                    ruleCollections:
                      - name: web
                        ruleCollectionType: FirewallPolicyFilterRuleCollection
                        priority: 300
                        action: {type: Allow}
                        rules:
                          - {ruleType: ApplicationRule, name: images, sourceAddresses: [10.42.1.0/24], protocols: [{protocolType: Https, port: 443}], targetFqdns: [mcr.microsoft.com]}
            """;

    /// The same policy as a template, without the firewall around it.
    private static final String TEMPLATE = """
            {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
             "contentVersion": "1.0.0.0",
             "resources": [
               {"type": "Microsoft.Network/firewallPolicies", "apiVersion": "2023-11-01", "name": "q", "location": "japaneast",
                "properties": {"sku": {"tier": "Standard"}}},
               {"type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "apiVersion": "2023-11-01",
                "name": "q/other", "properties": {"priority": 450, "ruleCollections": [
                  {"ruleCollectionType": "FirewallPolicyFilterRuleCollection", "name": "c", "priority": 110,
                   "action": {"type": "Allow"}, "rules": [
                     {"ruleType": "ApplicationRule", "name": "r", "sourceAddresses": ["10.42.1.0/25", "10.42.1.128/25"],
                      "protocols": [{"protocolType": "Https", "port": 443}], "targetFqdns": ["mcr.microsoft.com"]}]}]}}]}
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private int run(String before, String after, String... options) throws IOException {
        Path one = Files.writeString(scratch.resolve("before"), before);
        Path other = Files.writeString(scratch.resolve("after"), after);
        String[] arguments = new String[3 + options.length];
        arguments[0] = "diff";
        arguments[1] = one.toString();
        arguments[2] = other.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return CommandTree.of(streams.streams()).execute(arguments);
    }

    @Test
    void provesThatATemplateMeansTheSameAsYaml() throws IOException {
        assertEquals(ExitCode.CLEAN, run(YAML, TEMPLATE),
                () -> streams.out() + streams.err());
        assertEquals("equivalent: the same becomes of every flow\n", streams.out());
    }

    @Test
    void listsWhatIsNewlyAllowedWithAWitnessAndBothSides() throws IOException {
        assertEquals(ExitCode.SOMETHING_TO_SEE,
                run(YAML, YAML.replace("[mcr.microsoft.com]", "[mcr.microsoft.com, '*.data.mcr.microsoft.com']")));
        assertEquals("""
                newly allowed: 10.42.1.0/24 -> any IPv4 as *.data.mcr.microsoft.com https:443
                  before: Deny by default (NoRuleMatched)
                  after:  Allow by p/g/web/images
                  for example: 10.42.1.0 -> 203.0.113.10:443 https www.data.mcr.microsoft.com

                1 change (newly allowed: 1)
                """, streams.out());
    }

    @Test
    void givesChangesToProgramsAsValues() throws IOException {
        run(YAML, YAML.replace("[mcr.microsoft.com]", "['*.mcr.microsoft.com']"), "--output", "json");
        JsonNode result = JsonMapper.shared().readTree(streams.out());
        assertEquals(false, result.get("equivalent").asBoolean());
        JsonNode change = result.get("changes").get(0);
        assertEquals("Deny", change.get("before").asString());
        assertEquals("Allow", change.get("after").asString());
        assertEquals("10.42.1.0/24", change.get("sources").get(0).asString());
        assertEquals("*.mcr.microsoft.com", change.get("fqdns").get(0).asString());
        assertEquals("https", change.get("protocol").asString());
        assertEquals("443", change.get("ports").get(0).asString());
        assertEquals("p/g/web/images", change.get("afterBy").get(0).asString());
        assertEquals("--from 10.42.1.0 --to www.mcr.microsoft.com:443 --protocol https"
                + " --resolve www.mcr.microsoft.com=203.0.113.10", change.get("witness").get("trace").asString());
        assertEquals("Allow", result.get("changes").get(1).get("before").asString());
    }

    @Test
    void writesATableForAPullRequest() throws IOException {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(YAML, YAML.replace("Allow", "Deny"), "--markdown"));
        assertTrue(streams.out().startsWith("### Firewall: 1 change (newly stopped: 1)\n\n| change | flows |"),
                streams.out());
    }

    @Test
    void listsOtherDecidersOnRequest() throws IOException {
        String renamed = YAML.replace("name: images", "name: pictures");
        assertEquals(ExitCode.CLEAN, run(YAML, renamed));
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(YAML, renamed, "--rules"));
    }

    @Test
    void stopsAtAFileThatCannotBeRead() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run(YAML, "firewals: []\n"));
    }

    @Test
    void saysWhereThereIsNothingToCompare() throws IOException {
        assertEquals(ExitCode.SOMETHING_TO_SEE, run("", YAML), streams::err);
        assertFalse(streams.err().contains("nothing is compared"), streams::err);
        assertEquals(ExitCode.CLEAN, run("", "kind: Environment\n"), streams::err);
        assertTrue(streams.err().contains("neither side describes anything, so nothing is compared"), streams::err);
    }
}
