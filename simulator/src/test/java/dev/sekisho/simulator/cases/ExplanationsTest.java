package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.explain.VerdictFields;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Compares the whole explanation of some cases with what was read and found right: `explanations.txt` names a case and
/// says what is expected of it. With `-Dsekisho.write=true` the explanations are written there; read the difference.
///
/// Places are lines counted from the case, so that a case may move in its file.
class ExplanationsTest {
    private static final Path FILE = OwnCases.FOLDER.resolveSibling("explanations.txt");
    private static final String HEADING = "=== ";
    private static final Set<String> REASONS = Set.of("at", "assumptions", "possibilities", "diagnostics", "steps");
    private static final Map<String, TestCase> CASES = new LinkedHashMap<>();

    static Stream<String> ids() throws IOException {
        return Files.readAllLines(FILE).stream().filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isAsItWasFoundRight(String id) throws IOException {
        if (CASES.isEmpty()) {
            OwnCases.all().forEach(testCase -> CASES.put(testCase.id(), testCase));
        }
        String text = Files.readString(FILE);
        int from = text.indexOf("\n", text.indexOf(HEADING + id + "\n")) + 1;
        int next = text.indexOf("\n" + HEADING, from);
        int to = next < 0 ? text.length() : next + 1;
        String explained = explain(CASES.get(id)) + (next < 0 ? "" : "\n");
        if (Boolean.getBoolean("sekisho.write")) {
            Files.writeString(FILE, text.substring(0, from) + explained + text.substring(to));
        } else {
            assertEquals(text.substring(from, to), explained);
        }
    }

    static String explain(TestCase testCase) {
        Views views = new Views(testCase.environment());
        return switch (testCase.input()) {
            case CaseInput.Configuration _,CaseInput.Line _ ->
                throw new IllegalArgumentException(testCase.id() + " has nothing to explain");
            case CaseInput.Destination(var source, var address) -> {
                var verdict = RouteInterpreter.select(source.flatMap(views::subnetOf)
                        .or(() -> onlySubnet(testCase, views)).orElseThrow(), address);
                yield text(testCase, verdict.toString(), VerdictFields.of(verdict), verdict.basis());
            }
            case CaseInput.Traffic(Flow flow, boolean pod) -> switch (testCase.kind()) {
                case FIREWALL -> {
                    var verdict = FirewallInterpreter.evaluate(views.firewall(testCase.environment().firewalls()
                            .stream()
                            .filter(firewall -> testCase.firewall().map(firewall.name()::equalsIgnoreCase).orElse(true))
                            .findFirst().orElseThrow()), flow);
                    yield text(testCase, verdict.toString(), VerdictFields.of(verdict), verdict.basis());
                }
                case NSG -> {
                    var verdict = NsgInterpreter.outbound(
                            views.subnetOf(flow.source()).or(() -> onlySubnet(testCase, views)).orElseThrow(), flow);
                    yield text(testCase, verdict.toString(), VerdictFields.of(verdict), verdict.basis());
                }
                default -> {
                    PathOptions options = pod ? PathOptions.NONE.withPod() : PathOptions.NONE;
                    Optional<SubnetView> only = onlySubnet(testCase, views);
                    if (only.isPresent()) {
                        options = options.withSubnet(only.get().network().name(), only.get().subnet().name());
                    }
                    if (testCase.firewall().isPresent()) {
                        options = options.withFirewall(testCase.firewall().get());
                    }
                    var verdict = new PathInterpreter(testCase.environment()).evaluate(flow, options.withEveryRule());
                    yield text(testCase, verdict.toString(), VerdictFields.of(verdict), verdict.basis());
                }
            };
        };
    }

    private static Optional<SubnetView> onlySubnet(TestCase testCase, Views views) {
        var networks = testCase.environment().virtualNetworks();
        return networks.size() == 1 && networks.getFirst().subnets().size() == 1
                ? views.subnet(networks.getFirst().name(), networks.getFirst().subnets().getFirst().name())
                : Optional.empty();
    }

    private static String text(TestCase testCase, String verdict, SequencedMap<String, Object> fields, Basis basis) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict);
        lines.add(withoutReasons(fields).toString());
        basis.possibilities().forEach(possibility -> lines.add("  or " + possibility));
        basis.steps().forEach(step -> addStep(lines, "", step, testCase.at()));
        basis.assumptions().forEach(assumption -> lines.add("assumes " + assumption.number()));
        for (Diagnostic found : basis.diagnostics()) {
            lines.add(
                    found.severity() + " " + found.code() + ": " + found.problem() + place(found.at(), testCase.at()));
        }
        return String.join("\n", lines) + "\n";
    }

    /// The fields of the verdict without those that stand below it in the words of the steps, and without places.
    private static SequencedMap<String, Object> withoutReasons(Map<?, ?> fields) {
        SequencedMap<String, Object> kept = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            if (!REASONS.contains(key.toString())) {
                kept.put(key.toString(), value instanceof Map<?, ?> inner ? withoutReasons(inner) : value);
            }
        });
        return kept;
    }

    private static void addStep(List<String> lines, String indent, Step step, SourceLocation start) {
        lines.add(indent + step.stage() + ": " + step.text() + " " + step.rules() + place(step.at(), start));
        step.parts().forEach(part -> addStep(lines, indent + "    ", part, start));
    }

    private static String place(SourceLocation at, SourceLocation start) {
        if (!at.isKnown()) {
            return "";
        }
        return at.file().equals(start.file())
                ? " @+" + (at.line() - start.line()) + ":" + at.column()
                : " @" + Path.of(at.file()).getFileName() + ":" + at.line() + ":" + at.column();
    }
}
