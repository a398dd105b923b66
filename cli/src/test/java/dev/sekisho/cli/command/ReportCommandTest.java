package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.CapturedStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportCommandTest {
    private static final String CLUSTER = """
            apiVersion: sekisho.dev/v1
            kind: ClusterEgress
            metadata: {name: shop}
            cluster:
              cloud: AzurePublic
              region: westeurope
              outboundType: userDefinedRouting
              networkPlugin: overlay
              apiServer: {access: public}
              nodePools: [{name: system, os: ubuntu}]
            network:
              vnet: {name: spoke, addressSpace: [10.42.0.0/16]}
              nodeSubnet: {name: aks, prefix: 10.42.1.0/24}
              podCidr: 10.244.0.0/16
              firewall: {name: hub-fw, tier: Standard, privateIp: 10.1.0.4, publicIps: [20.0.0.10]}
            """;

    private final CapturedStreams streams = CapturedStreams.plain();

    @TempDir
    private Path scratch;

    private Path environment = Path.of("");
    private Path page = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        environment = SpokeWithFirewall.in(scratch);
        page = scratch.resolve("report.html");
    }

    private int run(String... more) {
        List<String> args = new ArrayList<>(List.of("report", "--env", environment.toString(), "-o", page.toString()));
        args.addAll(List.of(more));
        return CommandTree.of(streams.streams()).execute(args.toArray(String[]::new));
    }

    /// The page, which has to be correct HTML.
    private Document read() throws IOException {
        Parser parser = Parser.htmlParser().setTrackErrors(5);
        Document document = parser.parseInput(Files.readString(page), "");
        ParseErrorList errors = parser.getErrors();
        assertEquals(List.of(), List.copyOf(errors));
        return document;
    }

    @Test
    void withoutAClusterThePageTellsWhatLintTellsAndWhatWasRead() throws IOException {
        assertEquals(ExitCode.CLEAN, run(), streams::err);
        Document document = read();
        assertEquals("env.yaml", document.selectXpath("//h1").text());
        assertTrue(document.select("#findings").text().startsWith("Findings:"), document::text);
        assertTrue(document.select("#read").text().contains("applicationRules 1"), document::text);
        assertTrue(document.select("#needs").isEmpty());
        assertTrue(streams.out().endsWith(page + "\n"), streams::out);
    }

    @Test
    void everyNeedOfAClusterIsOnOneOfTheWays() throws IOException {
        Path cluster = Files.writeString(scratch.resolve("cluster.yaml"), CLUSTER);
        assertEquals(ExitCode.SOMETHING_TO_SEE, run(cluster.toString()), streams::err);
        Document document = read();
        List<String> needs = document.select("#needs tbody tr").eachText();
        assertTrue(
                needs.stream().anyMatch(row -> row.startsWith("reachable") && row.contains("pol/group/web/registry")),
                needs::toString);
        assertTrue(needs.stream().anyMatch(row -> row.startsWith("blocked")), needs::toString);
        String ways = document.select("#ways").text();
        for (Element row : document.select("#needs tbody tr")) {
            String destination = String.valueOf(row.child(2).textNodes().getFirst().text().strip());
            assertTrue(ways.contains(destination), destination + " is on no way: " + ways);
        }
        assertEquals("nodes", document.select(".path").first().select(".station small").first().text());
        assertEquals("blocked", document.select(".path").first().select("small.verdict").text());
    }

    @Test
    void aProposalIsShownWithWhatItChanges() throws IOException {
        Path proposed = Files.writeString(scratch.resolve("proposed.yaml"),
                SpokeWithFirewall.YAML.replace(", shop.example", ""));
        assertEquals(ExitCode.SOMETHING_TO_SEE, run("--against", proposed.toString()), streams::err);
        String difference = read().select("#difference").text();
        assertTrue(difference.contains("Difference to proposed.yaml: 1 change (newly stopped: 1)"), difference);
        assertTrue(difference.contains("shop.example"), difference);
        assertTrue(difference.contains("Allow by pol/group/web/registry"), difference);
    }

    @Test
    void thePageNeedsNothingBesideIt() throws IOException {
        run();
        Document document = read();
        assertTrue(document.select("[src], link, script, iframe, object").isEmpty());
        for (Element link : document.select("[href]")) {
            String target = link.attr("href");
            assertTrue(target.startsWith("#") && document.getElementById(target.substring(1)) != null, target);
        }
        assertFalse(document.select("style").html().contains("url("));
    }

    @Test
    void namesInFilesStayText() throws IOException {
        environment = Files.writeString(scratch.resolve("a&b.yaml"), SpokeWithFirewall.YAML.replace("name: registry",
                "name: '<script>alert(1)</script>'"));
        Path proposed = SpokeWithFirewall.in(scratch);
        run("--against", proposed.toString());
        Document document = read();
        assertTrue(document.select("script").isEmpty());
        assertEquals("a&b.yaml", document.select("h1").text());
    }

    @Test
    void aNameWithLineEndsIsWrittenToo() throws IOException {
        environment = Files.writeString(scratch.resolve("lines.yaml"),
                SpokeWithFirewall.YAML.replace("name: registry", "name: \"a\\rb\""));
        run("--against", SpokeWithFirewall.in(scratch).toString());
        assertFalse(Files.readString(page).contains("\r"));
        assertTrue(read().select("#findings, #difference").text().contains("Difference"), streams::err);
    }

    @Test
    void aPageNeedsTheNameOfAFile() {
        for (String name : List.of("..", "/", "", "a\\b.html")) {
            page = Path.of(name);
            assertEquals(ExitCode.WRONG_INPUT, run(), name);
        }
        assertTrue(streams.err().contains("'..' is no name of a file"), streams::err);
        page = scratch.resolve("a..b.html");
        assertEquals(ExitCode.CLEAN, run(), streams::err);
    }

    @Test
    void whatIsNotOursIsNotReplaced() throws IOException {
        Files.writeString(page, "<p>mine</p>\n");
        assertEquals(ExitCode.WRONG_INPUT, run());
        assertEquals("<p>mine</p>\n", Files.readString(page));
        assertEquals(ExitCode.CLEAN, run("--force"), streams::err);
        String first = Files.readString(page);
        assertEquals(ExitCode.CLEAN, run(), streams::err);
        assertEquals(first, Files.readString(page));
    }

    @Test
    void wrongInputWritesNoPage() throws IOException {
        Files.writeString(environment, SpokeWithFirewall.YAML + "unknownKey: 1\n");
        assertEquals(ExitCode.WRONG_INPUT, run());
        environment = Files.createDirectory(scratch.resolve("empty"));
        assertEquals(ExitCode.WRONG_INPUT, run());
        assertTrue(streams.err().contains("nothing was read that could be reported on"), streams::err);
        environment = SpokeWithFirewall.in(scratch);
        assertEquals(ExitCode.WRONG_INPUT, run(scratch.resolve("gone.yaml").toString()));
        assertEquals(ExitCode.WRONG_INPUT, run("--suppress", scratch.resolve("gone.txt").toString()));
        assertFalse(Files.exists(page));
    }
}
