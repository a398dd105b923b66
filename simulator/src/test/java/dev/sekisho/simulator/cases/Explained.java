package dev.sekisho.simulator.cases;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.network.VirtualNetwork;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.firewall.FirewallInterpreter;
import dev.sekisho.simulator.nsg.NsgInterpreter;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.view.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer to a case with its explanation.
///
/// @param text answer and explanation
/// @param decider where the rule or route that decided was written; absent where none was
record Explained(String text, Optional<SourceLocation> decider) {

    /// Asks what a case asks, if a rule can decide it.
    static Optional<Explained> of(TestCase testCase) {
        Views views = new Views(testCase.environment());
        return switch (testCase.input()) {
            case CaseInput.Configuration _,CaseInput.Line _ -> Optional.empty();
            case CaseInput.Destination(var source, var address) -> source.flatMap(views::subnetOf)
                    .or(() -> onlySubnet(testCase.environment(), views))
                    .map(view -> of(RouteInterpreter.select(view, address)));
            case CaseInput.Traffic(Flow flow, boolean pod) -> switch (testCase.kind()) {
                case FIREWALL -> firewall(testCase)
                        .map(firewall -> of(FirewallInterpreter.evaluate(views.firewall(firewall), flow)));
                case NSG -> (flow.marks().inbound() ? flow.destination() : Optional.of(flow.source()))
                        .flatMap(views::subnetOf).or(() -> onlySubnet(testCase.environment(), views))
                        .map(view -> of(flow.marks().inbound()
                                ? NsgInterpreter.inbound(view, flow)
                                : NsgInterpreter.outbound(view, flow)));
                default -> Optional.of(path(testCase, views, flow, pod));
            };
        };
    }

    private static Optional<Firewall> firewall(TestCase testCase) {
        return testCase.environment().firewalls().stream()
                .filter(firewall -> testCase.firewall().map(firewall.name()::equalsIgnoreCase).orElse(true))
                .findFirst();
    }

    private static Optional<SubnetView> onlySubnet(Environment environment, Views views) {
        List<VirtualNetwork> networks = environment.virtualNetworks();
        return networks.size() == 1 && networks.getFirst().subnets().size() == 1
                ? views.subnet(networks.getFirst().name(), networks.getFirst().subnets().getFirst().name())
                : Optional.empty();
    }

    private static Explained path(TestCase testCase, Views views, Flow flow, boolean pod) {
        PathOptions options = pod ? PathOptions.NONE.withPod() : PathOptions.NONE;
        Optional<SubnetView> only = onlySubnet(testCase.environment(), views);
        if (only.isPresent()) {
            options = options.withSubnet(only.get().network().name(), only.get().subnet().name());
        }
        PathVerdict verdict = new PathInterpreter(testCase.environment()).evaluate(flow, options);
        Optional<SourceLocation> decider = verdict.firewall().isPresent()
                ? verdict.firewall().get().rule().map(RuleRef::at)
                : verdict.result() == PathResult.DROPPED_BY_NSG
                        ? verdict.nsg().flatMap(nsg -> lastPlace(nsg.basis()))
                        : verdict.route().flatMap(route -> lastPlace(route.basis()));
        return new Explained(text(Answer.of(verdict), verdict.basis()), decider);
    }

    private static Explained of(RouteVerdict verdict) {
        return new Explained(text(Answer.of(verdict), verdict.basis()), lastPlace(verdict.basis()));
    }

    private static Explained of(NsgVerdict verdict) {
        return new Explained(text(Answer.of(verdict), verdict.basis()), lastPlace(verdict.basis()));
    }

    private static Explained of(FirewallVerdict verdict) {
        return new Explained(text(Answer.of(verdict), verdict.basis()), verdict.rule().map(RuleRef::at));
    }

    private static Optional<SourceLocation> lastPlace(Basis basis) {
        return basis.steps().isEmpty()
                ? Optional.empty()
                : Optional.of(basis.steps().getLast().at()).filter(SourceLocation::isKnown);
    }

    private static String text(Map<String, CaseValue> answer, Basis basis) {
        return answer + "\n" + basis.steps() + "\n" + basis.possibilities();
    }
}
