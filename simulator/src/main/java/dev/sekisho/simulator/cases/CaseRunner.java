package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.log.LogLine;
import dev.sekisho.simulator.log.LogReading;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.validate.ConfigurationValidator;
import dev.sekisho.simulator.validate.FirewallNumbers;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs cases through the literal interpreter.
public final class CaseRunner {
    private final TestCase testCase;
    private final Environment environment;
    private final Views views;

    private CaseRunner(TestCase testCase) {
        this.testCase = testCase;
        this.environment = testCase.environment();
        this.views = new Views(environment);
    }

    /// Runs cases in their order.
    public static CaseReport run(List<CaseEntry> entries) {
        return new CaseReport(entries.stream().map(CaseRunner::run).toList());
    }

    /// Runs one case; one that cannot be read or run gives an error.
    public static CaseResult run(CaseEntry entry) {
        return switch (entry) {
            case CaseEntry.Broken(String id, var at, List<Diagnostic> problems) -> new CaseResult(id, "", at,
                    CaseResult.Status.ERROR, List.of(), problems);
            case CaseEntry.Readable(TestCase testCase) -> new CaseRunner(testCase).run();
        };
    }

    private sealed interface Outcome {
        record Answered(Map<String, CaseValue> answer) implements Outcome {}

        record Refused(String code, String problem, String remedy) implements Outcome {}
    }

    private CaseResult run() {
        return switch (outcome()) {
            case Outcome.Answered(var answer) -> {
                List<CaseResult.Difference> differences = Comparison.differences(testCase.expected(), answer);
                yield new CaseResult(testCase.id(), testCase.title(), testCase.at(),
                        differences.isEmpty() ? CaseResult.Status.PASS : CaseResult.Status.FAIL, differences,
                        List.of());
            }
            case Outcome.Refused(String code, String problem, String remedy) -> new CaseResult(testCase.id(),
                    testCase.title(), testCase.at(), CaseResult.Status.ERROR, List.of(),
                    List.of(Diagnostic.error(code, testCase.at(), problem).withRemedy(remedy)));
        };
    }

    private Outcome outcome() {
        return switch (testCase.input()) {
            case CaseInput.Configuration _ -> configuration();
            case CaseInput.Destination destination -> route(destination);
            case CaseInput.Traffic(Flow flow, boolean pod) -> switch (testCase.kind()) {
                case FIREWALL -> withFirewall(view -> Answer.of(FirewallInterpreter.evaluate(view, flow)));
                case NSG -> nsg(flow);
                default -> path(flow, pod);
            };
            case CaseInput.Line(var format, String text) -> switch (format.read(text)) {
                case LogLine line -> new Outcome.Answered(Answer.of(line));
                case LogReading.Refused(String reason) -> new Outcome.Refused("LOG_LINE", reason, "");
                case LogReading.PassedOver(String what) -> new Outcome.Refused("LOG_LINE", "the line is " + what, "");
            };
        };
    }

    private Outcome configuration() {
        return switch (testCase.kind()) {
            case ORDER -> withFirewall(view -> Answer
                    .ofOrder(view.collections().stream().map(ordered -> ordered.collection().name()).toList()));
            case LIMIT -> withFirewall(view -> Answer.of(FirewallNumbers.of(view)));
            default -> {
                List<Diagnostic> findings = new ArrayList<>(testCase.findings());
                findings.addAll(ConfigurationValidator.validate(environment));
                yield new Outcome.Answered(Answer.ofCodes(
                        ConfigurationValidator.codes(findings).stream().map(ValidationCode::name).toList()));
            }
        };
    }

    private interface FirewallQuestion {
        Map<String, CaseValue> answer(FirewallView view);
    }

    private Outcome withFirewall(FirewallQuestion question) {
        List<Firewall> candidates = environment.firewalls().stream()
                .filter(firewall -> testCase.firewall().map(firewall.name()::equalsIgnoreCase).orElse(true)).toList();
        if (candidates.size() == 1) {
            return new Outcome.Answered(question.answer(views.firewall(candidates.getFirst())));
        }
        String names = String.join(", ", environment.firewalls().stream().map(Firewall::name).toList());
        return new Outcome.Refused("FIREWALL", candidates.isEmpty()
                ? "the case asks a firewall, but the environment has none"
                        + testCase.firewall().map(n -> " named " + n).orElse("")
                : "the environment has several firewalls: " + names, "name one with the key 'firewall' of the case");
    }

    private Outcome route(CaseInput.Destination destination) {
        Optional<SubnetView> subnet = destination.source().flatMap(views::subnetOf).or(this::onlySubnet);
        return subnet.<Outcome>map(view -> new Outcome.Answered(
                Answer.of(RouteInterpreter.select(view, destination.address())))).orElseGet(CaseRunner::noSubnet);
    }

    /// Asks the groups of the source, for an inbound flow those of the destination.
    private Outcome nsg(Flow flow) {
        boolean inbound = flow.marks().inbound();
        Optional<SubnetView> subnet = (inbound ? flow.destination() : Optional.of(flow.source()))
                .flatMap(views::subnetOf).or(this::onlySubnet);
        return subnet.<Outcome>map(view -> new Outcome.Answered(Answer.of(inbound
                ? NsgInterpreter.inbound(view, flow)
                : NsgInterpreter.outbound(view, flow)))).orElseGet(CaseRunner::noSubnet);
    }

    private Outcome path(Flow flow, boolean pod) {
        PathOptions options = pod ? PathOptions.NONE.withPod() : PathOptions.NONE;
        Optional<SubnetView> only = onlySubnet();
        if (only.isPresent()) {
            options = options.withSubnet(only.get().network().name(), only.get().subnet().name());
        }
        if (testCase.firewall().isPresent()) {
            options = options.withFirewall(testCase.firewall().get());
        }
        return new Outcome.Answered(Answer.of(new PathInterpreter(environment).evaluate(flow, options)));
    }

    private Optional<SubnetView> onlySubnet() {
        List<VirtualNetwork> networks = environment.virtualNetworks();
        return networks.size() == 1 && networks.getFirst().subnets().size() == 1
                ? views.subnet(networks.getFirst().name(), networks.getFirst().subnets().getFirst().name())
                : Optional.empty();
    }

    private static Outcome noSubnet() {
        return new Outcome.Refused("SUBNET", "no described subnet holds the source",
                "give srcIp an address of a described subnet");
    }
}
