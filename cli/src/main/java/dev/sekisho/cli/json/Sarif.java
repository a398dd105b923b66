package dev.sekisho.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.LintCode;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Findings in the Static Analysis Results Interchange Format, version 2.1.0, which code hosts show beside the lines.
public record Sarif(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /// One run of one tool.
    public record Run(Tool tool, String columnKind, List<Result> results) {}

    /// The tool.
    public record Tool(Driver driver) {}

    /// The part of the tool that knows the rules.
    public record Driver(String name, String version, List<Rule> rules) {}

    /// A kind of finding.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rule(String id, Text shortDescription, Optional<Text> help, Configuration defaultConfiguration) {}

    /// How much a kind of finding weighs.
    public record Configuration(String level) {}

    /// A text.
    public record Text(String text) {}

    /// One finding.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Result(String ruleId, int ruleIndex, String level, Text message, List<Location> locations,
            List<Suppression> suppressions) {}

    /// A place.
    public record Location(PhysicalLocation physicalLocation) {}

    /// A place in a file.
    public record PhysicalLocation(Artifact artifactLocation, Region region) {}

    /// A file.
    public record Artifact(String uri) {}

    /// Where a finding begins, both from 1.
    public record Region(int startLine, int startColumn) {}

    /// Why a finding is accepted.
    public record Suppression(String kind, String justification) {}

    /// Returns findings as a log of one run.
    ///
    /// @param version Sekisho's own version
    public static Sarif of(Suppressions.Result found, String version) {
        return of(found, version, Map.of());
    }

    /// Returns findings of which some have codes of their own.
    ///
    /// @param meanings what those codes mean
    public static Sarif of(Suppressions.Result found, String version, Map<String, String> meanings) {
        TreeMap<String, Finding> codes = new TreeMap<>();
        Stream.concat(found.findings().stream(), found.accepted().stream().map(Suppressions.Accepted::finding))
                .forEach(finding -> codes.putIfAbsent(finding.code(), finding));
        List<String> order = List.copyOf(codes.keySet());
        List<Result> results = new ArrayList<>();
        found.findings().forEach(finding -> results.add(result(finding, order, List.of())));
        found.accepted().forEach(accepted -> results.add(
                result(accepted.finding(), order, List.of(new Suppression("external", accepted.reason())))));
        List<Rule> rules = codes.values().stream().map(first -> rule(first, meanings)).toList();
        return new Sarif(SCHEMA, "2.1.0",
                List.of(new Run(new Tool(new Driver("sekisho", version, rules)), "unicodeCodePoints", results)));
    }

    private static Rule rule(Finding first, Map<String, String> meanings) {
        Optional<LintCode> code = Stream.of(LintCode.values()).filter(known -> known.name().equals(first.code()))
                .findFirst();
        return new Rule(first.code(), new Text(code.map(LintCode::meaning)
                .orElseGet(() -> meanings.getOrDefault(first.code(), first.message()))),
                code.map(known -> new Text(known.fix())), new Configuration(level(first.severity())));
    }

    private static Result result(Finding finding, List<String> order, List<Suppression> suppressions) {
        String blockers = finding.blockers().isEmpty() ? "" : " [" + String.join(", ", finding.blockers()) + "]";
        return new Result(finding.code(), order.indexOf(finding.code()), level(finding.severity()),
                new Text(finding.message() + blockers), location(finding.at()).stream().toList(), suppressions);
    }

    private static Optional<Location> location(SourceLocation at) {
        return at.isKnown()
                ? Optional.of(new Location(new PhysicalLocation(new Artifact(uri(at.file())),
                        new Region(at.line(), at.column()))))
                : Optional.empty();
    }

    private static String uri(String file) {
        if (Path.of(file).isAbsolute()) {
            return Path.of(file).toUri().toString();
        }
        return URI.create("file:///").relativize(Path.of("/" + file).toUri()).toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
