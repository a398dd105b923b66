package dev.sekisho.simulator.validate;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.NatRule;
import dev.sekisho.model.firewall.NatRuleCollection;
import dev.sekisho.model.firewall.NatTarget;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.Tier;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.view.OrderedCollection;
import java.util.ArrayList;
import java.util.List;

/// Checks the rules of one firewall, each in the light of the firewall's tier and settings.
final class RuleCheck {
    private static final int HIGHEST_NAT_PORT = 63_999;
    private static final int HIGHEST_APPLICATION_PORT = 64_000;

    private final FirewallView view;
    private final Findings findings;

    RuleCheck(FirewallView view, Findings findings) {
        this.view = view;
        this.findings = findings;
    }

    void check(OrderedCollection ordered) {
        switch (ordered.collection()) {
            case NatRuleCollection nat -> nat.rules().forEach(this::nat);
            case NetworkRuleCollection network -> network.rules().forEach(rule -> network(rule, ordered.tier()));
            case ApplicationRuleCollection application -> application.rules()
                    .forEach(rule -> application(rule, ordered.tier()));
        }
    }

    private void network(NetworkRule rule, Tier tier) {
        sources(rule);
        groups(rule, rule.destinations().ipGroups());
        missing(rule, rule.destinations().isEmpty(), ValidationCode.NO_DESTINATION, "destination");
        missing(rule, rule.protocols().isEmpty(), ValidationCode.NO_PROTOCOL, "protocol");
        missing(rule, rule.destinationPorts().isEmpty(), ValidationCode.NO_PORT, "port");
        List<Entry<AddressTerm>> addresses = new ArrayList<>(rule.sources().addresses());
        addresses.addAll(rule.destinations().addresses());
        if (!view.firewall().dualStack()) {
            ipv6(rule, addresses, "the firewall is not dual stack");
        }
        for (AddressTerm term : known(rule.destinations().addresses())) {
            if (term instanceof AddressTerm.Tag(var tag) && tag.isNsgOnly()) {
                findings.error(ValidationCode.SERVICE_TAG_NSG_ONLY, rule.at(), named(rule) + " uses the tag " + tag
                        + ", which only network security groups know", "write addresses");
            }
        }
        names(rule, tier);
        if (rule.protocols().contains(NetworkProtocol.ICMP)
                && known(rule.destinationPorts()).stream().noneMatch(PortTerm.Any.ANY::equals)) {
            findings.note("ICMP_PORTS", rule.at(),
                    named(rule) + " lists ICMP, which has no ports; they are ignored for it",
                    "write destinationPorts: ['*'] in a rule of its own");
        }
    }

    private void names(NetworkRule rule, Tier tier) {
        List<FqdnPattern> names = known(rule.destinations().fqdns());
        names.stream().filter(FqdnPattern::isWildcard)
                .forEach(name -> findings.error(ValidationCode.NETWORK_FQDN_WILDCARD,
                        rule.at(),
                        named(rule) + " names hosts by the wildcard " + name + ", which a network rule cannot", ""));
        if (names.stream().allMatch(FqdnPattern::isWildcard)) {
            return;
        }
        if (tier == Tier.BASIC) {
            tier(rule, Tier.STANDARD, "names in network rules", tier);
        } else if (view.problems().isEmpty() && !view.dnsProxy()) {
            findings.error(ValidationCode.DNS_PROXY_REQUIRED, rule.at(),
                    named(rule) + " names hosts, but the DNS proxy of the firewall '" + view.firewall().name()
                            + "' is off",
                    "write dnsSettings: {enableProxy: true} in the policy");
        }
    }

    private void application(ApplicationRule rule, Tier tier) {
        sources(rule);
        missing(rule, rule.hasNoTarget(), ValidationCode.NO_DESTINATION, "target");
        missing(rule, rule.protocols().isEmpty(), ValidationCode.NO_PROTOCOL, "protocol");
        List<Entry<AddressTerm>> addresses = new ArrayList<>(rule.sources().addresses());
        addresses.addAll(rule.destinationAddresses());
        ipv6(rule, addresses, "application rules know IPv4 only");
        for (ApplicationProtocol protocol : rule.protocols()) {
            int port = protocol.effectivePort();
            if (port == 0 || port > HIGHEST_APPLICATION_PORT) {
                findings.warning(ValidationCode.PORT_RANGE, rule.at(), named(rule) + " has the port " + port,
                        "write a port from 1 to " + HIGHEST_APPLICATION_PORT);
            }
        }
        if (tier != Tier.PREMIUM && rule.terminateTls()) {
            tier(rule, Tier.PREMIUM, "TLS inspection", tier);
        }
        boolean certificate = view.settings().certificate();
        if (tier == Tier.PREMIUM && rule.terminateTls() && !certificate && view.problems().isEmpty()) {
            findings.note("TLS_CERTIFICATE", rule.at(),
                    named(rule) + " inspects TLS, but the policy has no certificate for it",
                    "write transportSecurity: {certificateAuthority: {…}} in the policy");
        }
        if (tier != Tier.PREMIUM && !rule.targetUrls().isEmpty()) {
            tier(rule, Tier.PREMIUM, "target URLs", tier);
        }
        if (tier == Tier.BASIC && !rule.webCategories().isEmpty()) {
            tier(rule, Tier.STANDARD, "web categories", tier);
        }
    }

    private void nat(NatRule rule) {
        sources(rule);
        missing(rule, rule.destinationAddresses().isEmpty(), ValidationCode.NO_DESTINATION, "destination");
        missing(rule, rule.protocols().isEmpty(), ValidationCode.NO_PROTOCOL, "protocol");
        missing(rule, rule.destinationPorts().isEmpty(), ValidationCode.NO_PORT, "port");
        List<Entry<AddressTerm>> addresses = new ArrayList<>(rule.sources().addresses());
        addresses.addAll(rule.destinationAddresses());
        rule.target().known().ifPresent(target -> {
            if (target instanceof NatTarget.Address(IpAddress address)) {
                addresses.add(Entry.of(new AddressTerm.Prefix(address.toPrefix())));
            }
        });
        ipv6(rule, addresses, "DNAT rules know IPv4 only");
        List<PortTerm> ports = new ArrayList<>(known(rule.destinationPorts()));
        rule.translatedPort().known().ifPresent(ports::add);
        for (PortTerm port : ports) {
            boolean allowed = switch (port) {
                case PortTerm.Any _ -> false;
                case PortTerm.Range(var range) -> range.first() >= 1 && range.last() <= HIGHEST_NAT_PORT;
            };
            if (!allowed) {
                findings.error(ValidationCode.PORT_RANGE, rule.at(), named(rule) + " has the port " + port,
                        "write ports from 1 to " + HIGHEST_NAT_PORT);
            }
        }
    }

    private void sources(Rule rule) {
        missing(rule, rule.sources().isEmpty(), ValidationCode.NO_SOURCE, "source");
        groups(rule, rule.sources().ipGroups());
        for (AddressTerm term : known(rule.sources().addresses())) {
            if (term instanceof AddressTerm.Tag(var tag)) {
                findings.error(ValidationCode.SERVICE_TAG_SOURCE, rule.at(),
                        named(rule) + " uses the service tag " + tag + " as source", "write addresses or an IP group");
            }
        }
    }

    private void groups(Rule rule, List<ResourceRef> references) {
        for (ResourceRef reference : references) {
            if (view.ipGroup(reference).isEmpty()) {
                findings.error(ValidationCode.UNKNOWN_REFERENCE, rule.at(),
                        named(rule) + " refers to the IP group '" + reference.name() + "', which is not described", "");
            }
        }
    }

    private void ipv6(Rule rule, List<Entry<AddressTerm>> entries, String why) {
        for (AddressTerm term : known(entries)) {
            boolean ipv6 = switch (term) {
                case AddressTerm.Any _,AddressTerm.Tag _ -> false;
                case AddressTerm.Prefix(IpPrefix prefix) -> !prefix.isIpv4();
                case AddressTerm.Range(IpRange range) -> !range.isIpv4();
            };
            if (ipv6) {
                findings.error(ValidationCode.IPV6, rule.at(),
                        named(rule) + " has the IPv6 entry " + term + ", but " + why,
                        "");
            }
        }
    }

    private void missing(Rule rule, boolean isMissing, ValidationCode code, String what) {
        if (isMissing) {
            findings.error(code, rule.at(), named(rule) + " names no " + what + ", so it never matches", "");
        }
    }

    private void tier(Rule rule, Tier needed, String feature, Tier tier) {
        findings.error(ValidationCode.TIER, rule.at(),
                named(rule) + " uses " + feature + ", which needs " + needed + ", but works as " + tier, "");
    }

    private static String named(Rule rule) {
        return "the rule '" + rule.name() + "'";
    }

    private static <T> List<T> known(List<Entry<T>> entries) {
        return entries.stream().flatMap(entry -> entry.known().stream()).toList();
    }
}
