package dev.sekisho.simulator.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes results in the XML that build servers read: one suite for each file, one test case for each case.
public final class JUnitXml {
    private final StringBuilder out = new StringBuilder();

    private JUnitXml() {}

    /// Returns the report as XML.
    public static String write(CaseReport report) {
        return new JUnitXml().report(report);
    }

    private String report(CaseReport report) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open("testsuites", "name", "sekisho");
        counts(report.cases());
        out.append(">\n");
        Map<String, List<CaseResult>> byFile = report.cases().stream().collect(
                Collectors.groupingBy(result -> result.at().file(), LinkedHashMap::new, Collectors.toList()));
        byFile.forEach(this::suite);
        return out.append("</testsuites>\n").toString();
    }

    private void suite(String file, List<CaseResult> results) {
        open("  <testsuite", "name", file);
        counts(results);
        out.append(">\n");
        results.forEach(this::testCase);
        out.append("  </testsuite>\n");
    }

    private void testCase(CaseResult result) {
        open("    <testcase", "name", result.title().isEmpty() ? result.id() : result.id() + ": " + result.title());
        attribute("classname", result.at().file());
        attribute("line", Integer.toString(result.at().line()));
        switch (result.status()) {
            case PASS -> out.append("/>\n");
            case FAIL -> problem("failure", result.differences());
            case ERROR -> problem("error", result.problems());
        }
    }

    private void problem(String element, List<?> lines) {
        out.append(">\n");
        open("      <" + element, "message", lines.isEmpty() ? "" : lines.getFirst().toString());
        out.append('>');
        out.append(escaped(lines.stream().map(Object::toString).collect(Collectors.joining("\n"))));
        out.append("</").append(element).append(">\n    </testcase>\n");
    }

    private void counts(List<CaseResult> results) {
        attribute("tests", Integer.toString(results.size()));
        attribute("failures", count(results, CaseResult.Status.FAIL));
        attribute("errors", count(results, CaseResult.Status.ERROR));
    }

    private static String count(List<CaseResult> results, CaseResult.Status status) {
        return Long.toString(results.stream().filter(result -> result.status() == status).count());
    }

    private void open(String element, String attribute, String value) {
        out.append(element.contains("<") ? element : "<" + element);
        attribute(attribute, value);
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value).replace("\n", "&#10;")).append('"');
    }

    /// Characters that XML cannot hold, not even as references, become a question mark.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
