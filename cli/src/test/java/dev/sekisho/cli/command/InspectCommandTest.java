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
import static org.junit.jupiter.api.Assertions.assertTrue;

class InspectCommandTest {
    private static final String ENVIRONMENT = """
            apiVersion: sekisho.dev/v1
            kind: Environment
            virtualNetworks:
              - name: spoke
                addressSpace: [10.42.0.0/16]
                subnets:
                  - {name: aks, prefix: 10.42.1.0/24, routeTable: to-firewall}
                  - {name: endpoints, prefix: 10.42.5.0/24}
            routeTables:
              - name: to-firewall
                routes:
                  - {name: default, addressPrefix: 0.0.0.0/0, nextHopType: VirtualAppliance, nextHopIpAddress: 10.1.0.4}
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    @Test
    void countsWhatItRead() throws IOException {
        assertEquals(ExitCode.CLEAN, run(ENVIRONMENT, "--output", "json"), () -> streams.out() + streams.err());
        JsonNode counts = JsonMapper.shared().readTree(streams.out()).get("counts");
        assertEquals(1, counts.get("virtualNetworks").asInt());
        assertEquals(2, counts.get("subnets").asInt());
        assertEquals(1, counts.get("routes").asInt());
        assertEquals(0, counts.get("ipGroups").asInt());
    }

    @Test
    void reportsProblemsAndStillCountsWhatCouldBeRead() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run(ENVIRONMENT + "firewals: []\n"));
        assertTrue(streams.err().contains("env.yaml:13:1: error:"), streams.err());
        assertTrue(streams.out().contains("subnets                2\n"), streams.out());
    }

    @Test
    void givesProblemsToProgramsAsValues() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run(ENVIRONMENT + "firewals: []\n", "--output", "json"));
        JsonNode problem = JsonMapper.shared().readTree(streams.out()).get("diagnostics").get(0);
        assertEquals("UNKNOWN_KEY", problem.get("code").asString());
        assertEquals(13, problem.get("at").get("line").asInt());
        assertEquals("", streams.err());
    }

    @Test
    void countsWhatATemplateDoesNotDeployAndSaysSo() throws IOException {
        String template = """
                {"contentVersion": "1.0.0.0", "parameters": {"routes": {"type": "bool", "defaultValue": false}},
                 "resources": [{"type": "Microsoft.Network/routeTables", "name": "rt", "condition": "[parameters('routes')]",
                   "properties": {"routes": [], "brandNew": 1}}]}
                """;
        assertEquals(ExitCode.CLEAN, run(template, "--output", "json"), () -> streams.out() + streams.err());
        JsonNode result = JsonMapper.shared().readTree(streams.out());
        assertEquals(1, result.get("counts").get("routeTables").asInt());
        assertEquals(1, result.get("notDeployed").get("routeTables").asInt());

        Path parameters = Files.writeString(scratch.resolve("p.json"),
                "{\"contentVersion\": \"1.0.0.0\", \"parameters\": {\"routes\": {\"value\": true}}}");
        CapturedStreams again = CapturedStreams.plain();
        assertEquals(ExitCode.CLEAN, CommandTree.of(again.streams()).execute("inspect", "--env",
                scratch.resolve("env.yaml").toString(), "--parameters", parameters.toString(), "--output", "json"));
        JsonNode deployed = JsonMapper.shared().readTree(again.out());
        assertTrue(deployed.get("notDeployed").isEmpty());
        assertEquals("/resources/0/properties/brandNew", deployed.get("unmodelled").get(0).get("pointer").asString());
    }

    private int run(String environment, String... args) throws IOException {
        Path file = Files.writeString(scratch.resolve("env.yaml"), environment);
        String[] all = new String[args.length + 3];
        all[0] = "inspect";
        all[1] = "--env";
        all[2] = file.toString();
        System.arraycopy(args, 0, all, 3, args.length);
        return CommandTree.of(streams.streams()).execute(all);
    }
}
