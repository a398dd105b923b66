package dev.sekisho.simulator.nsg;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.network.NetworkSecurityGroup;
import dev.sekisho.model.network.SecurityAdminRule;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.match.RuleMatch;
import dev.sekisho.simulator.route.RouteInterpreter;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.NsgVerdict;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.Attached;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.Question;
import dev.sekisho.simulator.world.Truth;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks network security groups about a flow; every group must allow it (`NSG-3`), unless a network manager decided
/// before them (`NSG-11`).
public final class NsgInterpreter {
    private NsgInterpreter() {}

    /// Asks the groups that traffic meets on its way out of a subnet: the network interface's, then the subnet's.
    ///
    /// @param flow a flow with a destination address; its source is the one on the wire
    public static NsgVerdict outbound(SubnetView view, Flow flow) {
        return Verdicts.nsg(world -> decide(SecurityRule.Direction.OUTBOUND, view, flow, world, true));
    }

    /// Asks the groups that traffic meets on its way into a subnet: the subnet's, then the network interface's.
    ///
    /// @param view the subnet of the destination
    public static NsgVerdict inbound(SubnetView view, Flow flow) {
        return Verdicts.nsg(world -> decide(SecurityRule.Direction.INBOUND, view, flow, world, true));
    }

    /// Asks the groups in one world. A group that is not described denies the flow in some worlds and allows it in
    /// others.
    public static NsgVerdict decide(SecurityRule.Direction direction, SubnetView view, Flow flow, World world,
            boolean everyRule) {
        Notes notes = new Notes(everyRule);
        if (flow.marks().reply()) {
            notes.step(Step.of("security groups", "the packet belongs to a connection that was allowed", "NSG-4"));
            return new NsgVerdict(Action.ALLOW, Optional.empty(), Optional.empty(), notes.basis());
        }
        Optional<String> last = Optional.empty();
        Optional<String> rule = Optional.empty();
        IpAddress destination = flow.destination().orElseThrow();
        SecurityRuleMatcher matcher = new SecurityRuleMatcher(view, flow, destination);
        Optional<AdminRules.Decision> admin = new AdminRules(view, matcher, world, notes).decide(direction,
                RouteInterpreter.isPlatform(destination));
        if (admin.isPresent() && admin.get().rule().access() != SecurityAdminRule.Access.ALLOW) {
            return new NsgVerdict(switch (admin.get().rule().access()) {
                case DENY -> Action.DENY;
                case ALLOW, ALWAYS_ALLOW -> Action.ALLOW;
            }, Optional.of(admin.get().collection()), Optional.of(admin.get().rule().name()), notes.basis());
        }
        List<Attached<NetworkSecurityGroup>> groups = direction == SecurityRule.Direction.OUTBOUND
                ? view.outboundGroups()
                : view.inboundGroups();
        for (Attached<NetworkSecurityGroup> attached : groups) {
            switch (attached) {
                case Attached.Nothing<NetworkSecurityGroup> _ -> {}
                case Attached.Undescribed<NetworkSecurityGroup>(var reference) -> {
                    if (!RouteInterpreter.isPlatform(destination) && world.holds(denies(reference.name()))) {
                        return new NsgVerdict(Action.DENY, Optional.of(reference.name()), Optional.empty(),
                                notes.basis());
                    }
                }
                case Attached.Described<NetworkSecurityGroup>(NetworkSecurityGroup group) -> {
                    Optional<SecurityRule> decider = decider(group, direction, matcher, destination, world, notes);
                    if (decider.isPresent()) {
                        last = Optional.of(group.name());
                        rule = decider.map(SecurityRule::name);
                    }
                    if (decider.filter(r -> r.access() == SecurityRule.Access.DENY).isPresent()) {
                        return new NsgVerdict(Action.DENY, last, rule, notes.basis());
                    }
                }
            }
        }
        return new NsgVerdict(Action.ALLOW, last, rule, notes.basis());
    }

    private static Question denies(String group) {
        return new Question("the security group " + group + ", which is not described, denies the flow",
                "the security group " + group + ", which is not described, allows the flow");
    }

    private static Optional<SecurityRule> decider(NetworkSecurityGroup nsg, SecurityRule.Direction direction,
            SecurityRuleMatcher matcher, IpAddress destination, World world, Notes notes) {
        String stage = "security group " + nsg.name();
        boolean platform = RouteInterpreter.isPlatform(destination);
        List<Step> missed = new ArrayList<>();
        for (SecurityRule rule : inOrder(nsg, direction)) {
            if (platform && !PlatformTags.isNamedBy(rule.destination())) {
                continue;
            }
            RuleMatch match = matcher.match(rule);
            boolean holds = match.holds(world);
            if (holds) {
                notes.assume(match.assumptions(world));
                notes.step(Step.of(stage, rule.access().azureName() + " by " + rule.priority() + " " + rule.name()
                        + (match.truth() == Truth.UNKNOWN ? " (" + match + ")" : ""), "NSG-1", "NSG-3").at(rule.at())
                        .with(missed));
                return Optional.of(rule);
            }
            if (notes.everyRule()) {
                missed.add(Step.of(stage, rule.priority() + " " + rule.name() + ": " + match, "NSG-1").at(rule.at()));
            }
        }
        notes.step(Step
                .of(stage, "Allow: " + destination + " is an address of the host, which security groups leave alone",
                        "NSG-7")
                .with(missed));
        return Optional.empty();
    }

    private static List<SecurityRule> inOrder(NetworkSecurityGroup nsg, SecurityRule.Direction direction) {
        List<SecurityRule> defaults = switch (direction) {
            case OUTBOUND -> DefaultRules.OUTBOUND;
            case INBOUND -> DefaultRules.INBOUND;
        };
        Stream<SecurityRule> own = nsg.securityRules().stream().filter(rule -> rule.direction() == direction)
                .sorted(Comparator.comparing(SecurityRule::priority));
        return Stream.concat(own, defaults.stream()).toList();
    }
}
