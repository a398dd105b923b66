package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.ExplicitProxy;
import dev.sekisho.model.firewall.FilterAction;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.RuleCollection;
import dev.sekisho.model.firewall.ThreatIntelMode;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.verdict.Action;
import dev.sekisho.simulator.verdict.Alert;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Delivery;
import dev.sekisho.simulator.verdict.FirewallVerdict;
import dev.sekisho.simulator.verdict.Forwarding;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.Observations;
import dev.sekisho.simulator.verdict.Reason;
import dev.sekisho.simulator.verdict.RuleRef;
import dev.sekisho.simulator.verdict.Snat;
import dev.sekisho.simulator.verdict.Stage;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One flow through one firewall in one world, in Azure's order: state, the firewall's own address, threat
/// intelligence, DNAT, network rules, application rules, the built-in collection, intrusion detection.
final class FirewallRun {
    private static final int DNS = 53;
    private static final int SMTP = 25;

    private final Encounter encounter;
    private final FirewallView view;
    private final Flow flow;
    private final World world;
    private final Notes notes;
    private final Optional<Wire> wire;
    private final SourceTranslation translation;
    private final List<Alert> alerts = new ArrayList<>();

    FirewallRun(Encounter encounter, World world, boolean everyRule) {
        this.encounter = encounter;
        this.view = encounter.view();
        this.flow = encounter.flow();
        this.world = world;
        this.notes = new Notes(everyRule);
        this.wire = flow.application().map(data -> Wire.of(flow, data));
        this.translation = new SourceTranslation(view, world, notes);
    }

    FirewallVerdict decide() {
        view.problems().forEach(notes::report);
        if (flow.marks().reply()) {
            notes.step(Step.of("state", "the packet belongs to a connection that was allowed", "FW-52"));
            return allow(Stage.STATE, Optional.empty(), Optional.empty(), Observations.NONE);
        }
        if (view.isPrivateIp(encounter.destination()) && isDns()) {
            return dnsProxy();
        }
        Optional<FirewallVerdict> malicious = threatIntelligence();
        if (malicious.isPresent()) {
            return malicious.get();
        }
        if (flow.marks().viaExplicitProxy()) {
            return explicitProxy();
        }
        if (!encounter.destination().isIpv4()) {
            return ipv6();
        }
        return dnat().or(this::network).or(this::application).orElseGet(() -> deny(Reason.NO_RULE_MATCHED));
    }

    private boolean isDns() {
        return flow.protocol().hasPorts() && flow.destinationPort().equals(OptionalInt.of(DNS));
    }

    /// The firewall answers DNS itself (`FW-44`).
    private FirewallVerdict dnsProxy() {
        notes.assume(Assumption.FW_44);
        if (!view.dnsProxy()) {
            notes.step(Step.of("DNS proxy", "the firewall does not answer DNS", "FW-44"));
            return deny(Reason.NO_RULE_MATCHED);
        }
        notes.step(Step.of("DNS proxy", "the firewall answers the query itself, no rule is asked", "FW-44"));
        return allow(Stage.DNS_PROXY, Optional.empty(), Optional.empty(), Observations.NONE);
    }

    private Optional<FirewallVerdict> threatIntelligence() {
        ThreatIntelligence intelligence = new ThreatIntelligence(view);
        ThreatIntelMode mode = intelligence.mode();
        Optional<ThreatIntelligence.Hit> hit = mode == ThreatIntelMode.OFF
                ? Optional.empty()
                : intelligence.hit(encounter, wire);
        if (hit.isEmpty()) {
            notes.step(Step.of("threat intelligence", "mode " + mode + ": nothing known against the flow", "FW-10"));
            return Optional.empty();
        }
        notes.assume(hit.get().assumptions());
        notes.step(
                Step.of("threat intelligence", "mode " + mode + ": " + hit.get().what() + " is known to be malicious",
                        "FW-10", "FW-12"));
        if (mode == ThreatIntelMode.DENY) {
            return Optional.of(verdict(Action.DENY, Stage.THREAT_INTEL, Optional.empty(),
                    Optional.of(Reason.THREAT_INTEL), Optional.empty(), Observations.NONE));
        }
        if (!hit.get().byName() || !networkRuleHides()) {
            alerts.add(Alert.THREAT_INTEL);
        }
        return Optional.empty();
    }

    /// In alert mode a network rule hides what only the application pass would see (`FW-14`).
    private boolean networkRuleHides() {
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(encounter);
        boolean hides = new RulePass("network rules", world, new Notes(false))
                .first(view.collections(), NetworkRule.class, matcher::match).isPresent();
        if (hides) {
            notes.report(Diagnostic.note("THREAT_INTEL_NOT_LOGGED", view.firewall().at(),
                    "a network rule takes the flow before its name is read, so the alert may be missing (FW-14)"));
        }
        return hides;
    }

    /// Behind the explicit proxy only application rules count (`FW-50`).
    private FirewallVerdict explicitProxy() {
        Optional<ExplicitProxy> proxy = view.settings().explicitProxy().filter(ExplicitProxy::enabled);
        boolean listens = proxy.isPresent() && (proxy.get().httpPort().isEmpty() && proxy.get().httpsPort().isEmpty()
                || flow.destinationPort().isEmpty() || flow.destinationPort().equals(proxy.get().httpPort())
                || flow.destinationPort().equals(proxy.get().httpsPort()));
        if (!listens) {
            notes.step(Step.of("explicit proxy", "the firewall does not listen for proxy requests there", "FW-50"));
            return deny(Reason.NO_RULE_MATCHED);
        }
        notes.step(Step.of("explicit proxy", "network rules are not asked", "FW-50"));
        return application().orElseGet(() -> deny(Reason.NO_RULE_MATCHED));
    }

    /// IPv6 passes a dual-stack firewall by network rules alone (`FW-28`).
    private FirewallVerdict ipv6() {
        if (!view.firewall().dualStack()) {
            notes.report(Diagnostic.error("IPV6", view.firewall().at(),
                    "the firewall '" + view.firewall().name() + "' does not handle IPv6"));
            return deny(Reason.NO_RULE_MATCHED);
        }
        return network().orElseGet(() -> deny(Reason.NO_RULE_MATCHED));
    }

    private Optional<FirewallVerdict> dnat() {
        if (view.firewall().forcedTunneling()) {
            return Optional.empty();
        }
        NatRuleMatcher matcher = new NatRuleMatcher(encounter);
        Optional<RulePass.Found<NatRule>> found = new RulePass("DNAT rules", world, notes).first(view.collections(),
                NatRule.class, (rule, _) -> matcher.match(rule));
        return found.map(match -> {
            if (match.collection().inherited()) {
                notes.assume(Assumption.FW_8);
            }
            Translated translated = translate(match.rule());
            Optional<FirewallVerdict> denied = deniedAfterTranslation(translated);
            if (denied.isPresent()) {
                return denied.get();
            }
            notes.step(Step.of("DNAT rules", "translated to " + translated.text(), "FW-51").at(match.rule().at()));
            Forwarding forwarding = translated.address()
                    .map(address -> translation.forward(Snat.PRIVATE_IP, address, Optional.empty(), "FW-53"))
                    .orElse(new Forwarding(Snat.PRIVATE_IP, List.of(), Optional.empty(), Optional.empty(),
                            Optional.empty()));
            return allow(Stage.DNAT, Optional.of(match.collection().refer(match.rule())),
                    Optional.of(new Forwarding(forwarding.snat(), forwarding.sources(),
                            forwarding.realDestination(), Optional.of(translated.text()), forwarding.delivery())),
                    Observations.NONE);
        });
    }

    /// Where a DNAT rule sends the flow.
    private record Translated(Optional<IpAddress> address, OptionalInt port, String text) {}

    private Translated translate(NatRule rule) {
        Optional<IpAddress> address = rule.target().known().flatMap(target -> switch (target) {
            case NatTarget.Address(IpAddress fixed) -> Optional.of(fixed);
            case NatTarget.Name(var fqdn) -> encounter.resolve(fqdn.value()).flatMap(list -> list.stream().findFirst());
        });
        OptionalInt port = rule.translatedPort().known().map(term -> switch (term) {
            case PortTerm.Any _ -> flow.destinationPort();
            case PortTerm.Range(var range) -> OptionalInt.of(range.first());
        }).orElse(OptionalInt.empty());
        return new Translated(address, port,
                address.map(IpAddress::toString).orElse(rule.target().toString()) + ":" + rule.translatedPort());
    }

    /// Whether a network Deny stops translated traffic depends on the reading of `FW-51`.
    private Optional<FirewallVerdict> deniedAfterTranslation(Translated translated) {
        if (translated.address().isEmpty()) {
            return Optional.empty();
        }
        IpAddress address = translated.address().get();
        Flow after = new Flow(flow.source(), Optional.of(address), Optional.empty(), flow.protocol(),
                translated.port(), flow.application(), flow.marks());
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(encounter.translated(after, address));
        Optional<RulePass.Found<NetworkRule>> found = new RulePass("network rules", world, new Notes(false))
                .first(view.collections(), NetworkRule.class, matcher::match);
        boolean denies = found.isPresent() && action(found.get().collection().collection()) == FilterAction.DENY;
        if (!denies) {
            return Optional.empty();
        }
        notes.assume(Assumption.FW_51);
        RuleRef rule = found.get().collection().refer(found.get().rule());
        if (!view.readings().dnatImplicitAllowOverridable()) {
            return Optional.empty();
        }
        notes.step(Step.of("network rules", rule + " denies the translated flow", "FW-51").at(rule.at()));
        return Optional.of(verdict(Action.DENY, Stage.NETWORK, Optional.of(rule), Optional.empty(), Optional.empty(),
                Observations.NONE));
    }

    private Optional<FirewallVerdict> network() {
        NetworkRuleMatcher matcher = new NetworkRuleMatcher(encounter);
        Optional<RulePass.Found<NetworkRule>> found = new RulePass("network rules", world, notes)
                .first(view.collections(), NetworkRule.class, matcher::match);
        return found.map(match -> {
            RuleRef rule = match.collection().refer(match.rule());
            if (action(match.collection().collection()) == FilterAction.DENY) {
                return verdict(Action.DENY, Stage.NETWORK, Optional.of(rule), Optional.empty(), Optional.empty(),
                        Observations.NONE);
            }
            boolean readable = wire.isEmpty() || wire.get().protocol() != ApplicationData.Protocol.HTTPS;
            return afterIntrusionDetection(readable, Observations.NONE).orElseGet(() -> {
                warnAboutMail();
                Forwarding forwarding = translation.network(encounter.destination(), flow.protocol());
                return allow(Stage.NETWORK, Optional.of(rule), Optional.of(forwarding), Observations.NONE);
            });
        });
    }

    private void warnAboutMail() {
        if (flow.protocol().equals(IpProtocol.TCP) && flow.destinationPort().equals(OptionalInt.of(SMTP))) {
            notes.report(Diagnostic.warning("PORT_25", view.firewall().at(),
                    "Azure may block outgoing TCP 25 although the firewall allows it (FW-55)"));
        }
    }

    private Optional<FirewallVerdict> application() {
        if (wire.isEmpty() || !flow.protocol().equals(IpProtocol.TCP) || flow.marks().inbound()) {
            notes.step(Step.of("application rules", "not asked: the flow is no HTTP, HTTPS or MSSQL on its way out",
                    "FW-24", "FW-29"));
            return Optional.empty();
        }
        Wire seen = wire.get();
        if (seen.isTls() && seen.sni().isEmpty()) {
            notes.step(Step.of("application rules", "the TLS hello names no server", "FW-31"));
            return Optional.of(deny(Reason.SNI_MISSING));
        }
        if (!seen.isTls() && seen.hostPortDiffers()) {
            return Optional.of(hostPortMismatch(seen));
        }
        ApplicationRuleMatcher matcher = new ApplicationRuleMatcher(encounter, seen);
        Optional<RulePass.Found<ApplicationRule>> found = new RulePass("application rules", world, notes)
                .first(view.collections(), ApplicationRule.class, matcher::match);
        return found.map(match -> decided(match, seen, matcher)).or(() -> infrastructure(seen));
    }

    private FirewallVerdict hostPortMismatch(Wire seen) {
        if (seen.hostPortImplied()) {
            notes.assume(Assumption.FW_33);
        }
        notes.step(Step.of("application rules", "the Host header means port " + seen.hostPort().orElse(0)
                + ", the connection has port " + seen.port().orElse(0), "FW-33"));
        return deny(Reason.HOST_PORT_MISMATCH);
    }

    private FirewallVerdict decided(RulePass.Found<ApplicationRule> match, Wire seen, ApplicationRuleMatcher matcher) {
        RuleRef rule = match.collection().refer(match.rule());
        boolean inspected = matcher.inspects(match.rule(), match.collection().tier());
        if (inspected && seen.hostPortDiffers()) {
            return hostPortMismatch(seen);
        }
        Optional<String> category = match.rule().webCategories().isEmpty()
                ? Optional.empty()
                : Optional.of(matcher.category(match.rule(), match.collection().tier())
                        .orElse(WebCategories.UNCATEGORIZED));
        Observations observations = new Observations(List.of(), inspected, category);
        if (action(match.collection().collection()) == FilterAction.DENY) {
            return verdict(Action.DENY, Stage.APPLICATION, Optional.of(rule), Optional.empty(), Optional.empty(),
                    observations);
        }
        boolean readable = !seen.isTls() || inspected;
        return afterIntrusionDetection(readable, observations).orElseGet(() -> allow(Stage.APPLICATION,
                Optional.of(rule), Optional.of(connect(seen, inspected)), observations));
    }

    private Optional<FirewallVerdict> infrastructure(Wire seen) {
        Optional<String> name = seen.name();
        Optional<NameMatch> match = seen.protocol() == ApplicationData.Protocol.MSSQL
                ? Optional.empty()
                : name.flatMap(n -> view.knowledge().infrastructureFqdns().stream()
                        .map(pattern -> NameMatch.of(pattern, n)).filter(NameMatch::matches).findFirst());
        return match.map(m -> {
            notes.assume(m.assumptions());
            notes.step(Step.of("infrastructure collection", name.orElse("") + " is one of Azure's own names", "FW-46"));
            return afterIntrusionDetection(!seen.isTls(), Observations.NONE)
                    .orElseGet(() -> allow(Stage.INFRASTRUCTURE, Optional.empty(), Optional.of(connect(seen, false)),
                            Observations.NONE));
        });
    }

    /// The firewall connects to its own resolution of the name, whatever the packet's address (`FW-32`).
    private Forwarding connect(Wire seen, boolean inspected) {
        Optional<List<IpAddress>> resolved = seen.name().flatMap(encounter::resolve);
        if (resolved.isEmpty()) {
            Forwarding assumed = translation.application(flow.marks().viaExplicitProxy()
                    ? FirewallInterpreter.SOMEWHERE
                    : encounter.destination());
            return new Forwarding(assumed.snat(), assumed.sources(), Optional.empty(), Optional.empty(),
                    assumed.delivery());
        }
        if (resolved.get().isEmpty()) {
            notes.step(Step.of("name resolution", "the firewall finds no address for " + seen.name().orElse(""),
                    "FW-32"));
            return new Forwarding(Snat.PUBLIC_IP, List.of(), Optional.empty(), Optional.empty(),
                    Optional.of(Delivery.UNDELIVERABLE));
        }
        boolean agrees = resolved.get().contains(encounter.destination());
        if (!agrees && seen.isTls() && !inspected && !flow.marks().viaExplicitProxy()) {
            notes.assume(Assumption.FW_32);
        }
        IpAddress real = agrees ? encounter.destination() : resolved.get().getFirst();
        if (!agrees) {
            notes.step(Step.of("name resolution", "the firewall connects to " + real + " instead of "
                    + encounter.destination(), "FW-32"));
        }
        return translation.application(real);
    }

    private Optional<FirewallVerdict> afterIntrusionDetection(boolean readable, Observations observations) {
        return switch (new Intrusion(encounter, world).verdict(readable)) {
            case OFF -> Optional.empty();
            case ALERT -> {
                alerts.add(Alert.IDPS);
                notes.step(Step.of("intrusion detection", "the signature is logged", "FW-48"));
                yield Optional.empty();
            }
            case DENY -> {
                notes.step(Step.of("intrusion detection", "the signature drops the traffic silently", "FW-48"));
                yield Optional.of(verdict(Action.DENY, Stage.IDPS, Optional.empty(),
                        Optional.of(Reason.IDPS_SIGNATURE), Optional.empty(), observations));
            }
        };
    }

    private static FilterAction action(RuleCollection collection) {
        return switch (collection) {
            case NetworkRuleCollection network -> network.action();
            case ApplicationRuleCollection application -> application.action();
            case NatRuleCollection _ -> FilterAction.ALLOW;
        };
    }

    private FirewallVerdict allow(Stage stage, Optional<RuleRef> rule, Optional<Forwarding> forwarding,
            Observations observations) {
        return verdict(Action.ALLOW, stage, rule, Optional.empty(), forwarding, observations);
    }

    private FirewallVerdict deny(Reason reason) {
        notes.step(Step.of("default", "denied: " + reason, "FW-1"));
        return verdict(Action.DENY, Stage.DEFAULT, Optional.empty(), Optional.of(reason), Optional.empty(),
                Observations.NONE);
    }

    private FirewallVerdict verdict(Action action, Stage stage, Optional<RuleRef> rule, Optional<Reason> reason,
            Optional<Forwarding> forwarding, Observations seen) {
        return new FirewallVerdict(view.firewall().name(), action, Optional.of(stage), rule, reason, forwarding,
                new Observations(alerts, seen.tlsInspected(), seen.webCategory()), notes.basis());
    }
}
