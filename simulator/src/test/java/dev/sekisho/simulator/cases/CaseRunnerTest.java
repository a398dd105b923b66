package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CaseRunnerTest {
    private static final String ROUTE = "config: {vnet: {addressSpace: [10.61.0.0/16], subnet: 10.61.0.0/24}}, flow: {dstIp: 203.0.113.9}";

    @TempDir
    private Path folder = Path.of("");

    private CaseReport run(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.yaml"), text);
        return CaseRunner.run(CaseFileReader.read(file, new Diagnostics()));
    }

    private CaseReport runCases(String... cases) throws IOException {
        return run("schemaVersion: 1\ncases:\n"
                + String.join("", List.of(cases).stream().map(c -> "  - {" + c + "}\n").toList()));
    }

    @Test
    void everyGivenKeyIsComparedAndNoOther() throws IOException {
        CaseReport report = runCases("id: a, kind: route, " + ROUTE + ", expect: {nextHopType: Internet}",
                "id: b, kind: route, " + ROUTE
                        + ", expect: {nextHopType: None, matchedPrefix: null, routeName: x, routeSource: Default, assumptions: [R-1]}");
        assertEquals(1, report.passed());
        assertEquals(1, report.failed());
        assertEquals("[nextHopType: expected None, but was Internet, matchedPrefix: expected null, but was 0.0.0.0/0,"
                + " routeName: expected x, but was null, assumptions: expected [R-1], but was []]",
                report.cases().getLast().differences().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind: route, " + ROUTE + ", expect: {} | NO_EXPECTATION",
            "kind: route, " + ROUTE + ", expect: {nextHop: None} | UNKNOWN_KEY",
            "kind: route, " + ROUTE + ", expect: {nextHopType: None}, comment: x | UNKNOWN_KEY",
            "kind: rout, " + ROUTE + ", expect: {nextHopType: None} | UNKNOWN_VALUE",
            "kind: route, flow: {dstIp: 203.0.113.9}, expect: {nextHopType: None} | MISSING_KEY",
            "kind: route, config: {vnet: []}, flow: {dstIp: 203.0.113.9}, expect: {nextHopType: None} | WRONG_TYPE",
            "kind: route, config: {vnt: {}}, flow: {dstIp: 203.0.113.9}, expect: {nextHopType: None} | UNKNOWN_KEY",
            "kind: route, config: {}, flow: {dstIp: 203.0.113}, expect: {nextHopType: None} | INVALID_VALUE",
            "kind: route, config: {}, flow: {dstIp: 203.0.113.9}, expect: {nextHopType: None} | SUBNET",
            "kind: order, config: {}, expect: {order: []} | FIREWALL",
            "config: {}, flow: {srcIp: 10.0.0.1, dstIp: 10.0.0.2, ipProto: TCP, dstPort: 65536}, expect: {action: Deny} | OUT_OF_RANGE",
            "config: {}, flow: {srcIp: 10.0.0.1, dstIp: 10.0.0.2, ipProto: TCP}, expect: {action: Deny} | MISSING_KEY",
            "config: {}, flow: {srcIp: 10.0.0.1, ipProto: 300, dstPort: 1}, expect: {action: Deny} | MISSING_KEY",
            "kind: log, config: {format: syslog}, flow: {line: x}, expect: {fields: {}} | UNKNOWN_VALUE",
            "kind: log, config: {format: nsgFlowTuple}, flow: {line: x}, expect: {fields: {}} | LOG_LINE"})
    void aCaseThatCannotBeReadOrRunIsAnErrorWithItsPlace(String text, String code) throws IOException {
        CaseReport report = runCases("id: a, " + text);
        CaseResult result = report.cases().getFirst();
        assertEquals(CaseResult.Status.ERROR, result.status());
        assertEquals(1, report.failed());
        assertTrue(result.problems().stream().map(Diagnostic::code).anyMatch(code::equals), result::toString);
        assertEquals(3, result.problems().getFirst().at().line());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | EMPTY_FILE", "'[]' | WRONG_TYPE", "'schemaVersion: 1' | MISSING_KEY",
            "'schemaVersion: 1\ncases: []' | NO_CASES", "'schemaVersion: 2\ncases: []' | OUT_OF_RANGE",
            "'schemaVersion: 1\ncases: 7' | WRONG_TYPE", "'schemaVersion: 1\ncases: [7]' | WRONG_TYPE",
            "'schemaVersion: 1\nenvironment: [nowhere.yaml]\ncases: []' | NO_SUCH_FILE"})
    void aFileThatIsNoTestFileNeverPasses(String text, String code) throws IOException {
        CaseReport report = run(text);
        assertEquals(0, report.passed());
        assertTrue(report.failed() >= 1);
        assertTrue(report.cases().stream().flatMap(result -> result.problems().stream()).map(Diagnostic::code)
                .anyMatch(code::equals), report::toString);
    }

    @Test
    void anIdCountsOnce() throws IOException {
        CaseReport report = runCases("id: a, kind: route, " + ROUTE + ", expect: {nextHopType: Internet}",
                "id: a, kind: route, " + ROUTE + ", expect: {nextHopType: Internet}");
        assertEquals("DUPLICATE_ID", report.cases().getLast().problems().getFirst().code());
        assertEquals(1, report.passed());
    }

    @Test
    void aCaseNamesItsFirewallWhereThereAreSeveral() throws IOException {
        Files.writeString(folder.resolve("env.yaml"), """
                kind: Environment
                firewalls:
                  - {name: one, privateIp: 10.1.0.4, policy: p}
                  - {name: two, privateIp: 10.2.0.4, policy: q}
                firewallPolicies: [{name: p}, {name: q}]
                """);
        CaseReport report = run("""
                schemaVersion: 1
                environment: [env.yaml]
                cases:
                  - {id: a, kind: order, firewall: two, expect: {order: []}}
                  - {id: b, kind: order, expect: {order: []}}
                """);
        assertEquals(List.of(CaseResult.Status.PASS, CaseResult.Status.ERROR),
                report.cases().stream().map(CaseResult::status).toList());
    }

    @Test
    void theXmlOfBuildServersHasOneEntryForEachCase()
            throws IOException, ParserConfigurationException, SAXException {
        CaseReport report = runCases("id: good, kind: route, " + ROUTE + ", expect: {nextHopType: Internet}",
                "id: bad, kind: route, title: \"a <b> & 'c' \\x01\", " + ROUTE + ", expect: {nextHopType: \"<&\\\">\"}",
                "id: ugly, kind: route, " + ROUTE + ", expect: {}");
        String xml = JUnitXml.write(report);
        Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertEquals("3", document.getDocumentElement().getAttribute("tests"));
        assertEquals("1", document.getDocumentElement().getAttribute("failures"));
        assertEquals("1", document.getDocumentElement().getAttribute("errors"));
        assertEquals(3, document.getElementsByTagName("testcase").getLength());
        assertEquals("bad: a <b> & 'c' ?",
                document.getElementsByTagName("testcase").item(1).getAttributes().getNamedItem("name")
                        .getTextContent());
        assertEquals("nextHopType: expected <&\">, but was Internet",
                document.getElementsByTagName("failure").item(0).getTextContent());
        assertTrue(document.getElementsByTagName("error").item(0).getTextContent().contains("NO_EXPECTATION"));
    }
}
