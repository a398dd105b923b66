package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExposureCommandTest {
    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("env.yaml"), """
                kind: Environment
                virtualNetworks:
                  - name: spoke
                    addressSpace: [10.42.0.0/16]
                    subnets: [{name: nodes, prefix: 10.42.1.0/24}]
                """);
        Files.writeString(folder.resolve("public.yaml"), """
                apiVersion: v1
                kind: Service
                metadata: {name: shop, namespace: web}
                spec: {type: LoadBalancer, ports: [{port: 443}]}
                """);
    }

    private int run(String manifest, String... more) {
        List<String> arguments = new ArrayList<>(List.of("exposure", folder.resolve(manifest).toString(), "--env",
                folder.resolve("env.yaml").toString()));
        arguments.addAll(List.of(more));
        return CommandTree.of(streams.streams()).execute(arguments.toArray(String[]::new));
    }

    @Test
    void aForbiddenPlaceIsAGate() throws IOException {
        assertEquals(ExitCode.CLEAN, run("public.yaml", "--node-subnet", "spoke/nodes"), streams::err);
        assertTrue(streams.out().contains("web/shop  tcp:443  public     Internet             reachable  Symmetric"),
                streams::out);
        assertEquals(ExitCode.SOMETHING_TO_SEE,
                run("public.yaml", "--node-subnet", "spoke/nodes", "--forbid", "internet"));
        assertTrue(streams.out().contains("forbidden: web/shop tcp:443 from Internet"), streams::out);
    }

    @Test
    void programsGetRowsFindingsWithLinesAndTests() throws IOException {
        run("public.yaml", "--node-subnet", "spoke/nodes", "--forbid", "internet", "--output", "json");
        JsonNode rows = JsonMapper.shared().readTree(streams.out());
        JsonNode internet = rows.get(1);
        assertEquals("internet", internet.get("kind").asString());
        assertEquals("reachable", internet.get("reach").asString());
        assertTrue(internet.get("forbidden").asBoolean());
        assertEquals(1, internet.get("at").get("line").asInt());

        CapturedStreams sarif = CapturedStreams.plain();
        CommandTree.of(sarif.streams()).execute("exposure", folder.resolve("public.yaml").toString(), "--env",
                folder.resolve("env.yaml").toString(), "--node-subnet", "spoke/nodes", "--forbid", "internet",
                "--output", "sarif");
        JsonNode log = JsonMapper.shared().readTree(sarif.out()).get("runs").get(0);
        JsonNode result = log.get("results").get(0);
        assertEquals("EXPOSED", result.get("ruleId").asString());
        assertEquals("clients of a place that --forbid names can reach it, or nobody knows that they cannot",
                log.at("/tool/driver/rules/0/shortDescription/text").asString());
        assertTrue(result.toString().contains("public.yaml"), result::toString);

        CapturedStreams junit = CapturedStreams.plain();
        CommandTree.of(junit.streams()).execute("exposure", folder.resolve("public.yaml").toString(), "--env",
                folder.resolve("env.yaml").toString(), "--node-subnet", "spoke/nodes", "--forbid", "internet",
                "--output", "junit");
        assertTrue(junit.out().contains("tests=\"4\" failures=\"1\""), junit::out);
    }

    @Test
    void wrongInputIsNamed() throws IOException {
        assertEquals(ExitCode.WRONG_INPUT, run("public.yaml"));
        assertTrue(streams.err().contains("which subnet the nodes are in is not described"), streams::err);
        assertEquals(ExitCode.WRONG_INPUT, run("public.yaml", "--node-subnet", "spoke/nowhere"));
        assertTrue(streams.err().contains("no subnet spoke/nowhere is described"), streams::err);
        assertEquals(ExitCode.WRONG_INPUT, run("missing.yaml", "--node-subnet", "spoke/nodes"));
        assertEquals(ExitCode.WRONG_INPUT, run("env.yaml", "--node-subnet", "spoke/nodes"));
        assertEquals(ExitCode.WRONG_INPUT,
                run("public.yaml", "--node-subnet", "spoke/nodes", "--forbid", "moon"));
        assertTrue(streams.err().contains("'moon' is no place; known: network, peered"), streams::err);
    }
}
