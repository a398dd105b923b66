package dev.sekisho.generator.plan;

import dev.sekisho.generator.naming.AzureNames;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Writes one draft as a rule: its name, its description, its sorted destinations.
final class RuleText {
    private final IpGroups ipGroups;
    private final Sources sources;

    RuleText(IpGroups ipGroups, Sources sources) {
        this.ipGroups = ipGroups;
        this.sources = sources;
    }

    ApplicationRule applicationRule(RuleDraft draft, AzureNames names) {
        Set<FqdnPattern> patterns = new TreeSet<>();
        List<ApplicationProtocol> protocols = new ArrayList<>();
        for (Permission permission : draft.permissions()) {
            if (permission instanceof Permission.ByName byName) {
                patterns.add(byName.pattern());
                if (!protocols.contains(byName.protocol())) {
                    protocols.add(byName.protocol());
                }
            }
        }
        boolean tag = draft.kind() == RuleDraft.Kind.FqdnTag.FQDN_TAG;
        return new ApplicationRule(name(draft, names), Description.of(draft.needs()),
                protocols.stream().sorted(RuleText::compare).toList(), ipGroups.sources(draft.sources()),
                tag ? List.of() : patterns.stream().map(Entry::of).toList(), List.of(),
                tag ? List.of(FqdnTagName.AZURE_KUBERNETES_SERVICE) : List.of(), List.of(), List.of(), false,
                SourceLocation.UNKNOWN);
    }

    private static int compare(ApplicationProtocol a, ApplicationProtocol b) {
        int byType = a.type().compareTo(b.type());
        return byType != 0 ? byType : Integer.compare(a.effectivePort(), b.effectivePort());
    }

    NetworkRule networkRule(RuleDraft draft, AzureNames names) {
        String name = name(draft, names);
        return new NetworkRule(name, Description.of(draft.needs()), List.of(protocol(draft)),
                ipGroups.sources(draft.sources()), destinations(draft, name), ports(draft), SourceLocation.UNKNOWN);
    }

    private NetworkDestinations destinations(RuleDraft draft, String rule) {
        Set<IpPrefix> prefixes = new TreeSet<>();
        Set<FqdnPattern> fqdns = new TreeSet<>();
        List<Entry<AddressTerm>> terms = new ArrayList<>();
        for (Permission permission : draft.permissions()) {
            if (permission instanceof Permission.ByAddress byAddress) {
                switch (byAddress.target()) {
                    case NeedTarget.Name(var pattern) -> fqdns.add(pattern);
                    case NeedTarget.Address(var prefix) -> prefixes.add(prefix);
                    case NeedTarget.Tag(var tag) -> addOnce(terms, new AddressTerm.Tag(tag));
                    case NeedTarget.Anywhere _ -> addOnce(terms, AddressTerm.Any.ANY);
                }
            }
        }
        List<ResourceRef> groups = ipGroups.destinations(rule, List.copyOf(prefixes));
        if (groups.isEmpty()) {
            terms.addAll(0, IpGroups.entries(List.copyOf(prefixes)));
        }
        return new NetworkDestinations(terms, groups, fqdns.stream().map(Entry::of).toList());
    }

    private static void addOnce(List<Entry<AddressTerm>> terms, AddressTerm term) {
        if (!terms.contains(Entry.of(term))) {
            terms.add(Entry.of(term));
        }
    }

    private static NetworkProtocol protocol(RuleDraft draft) {
        return switch (draft.kind()) {
            case RuleDraft.Kind.Addresses(NetworkProtocol protocol) -> protocol;
            case RuleDraft.Kind.Names _,RuleDraft.Kind.FqdnTag _ ->
                throw new IllegalArgumentException(draft.unit() + " is matched by name");
        };
    }

    private static List<Entry<PortTerm>> ports(RuleDraft draft) {
        if (draft.ports().isAny()) {
            return List.of(Entry.of(PortTerm.Any.ANY));
        }
        return draft.ports().ranges().stream().map(range -> Entry.<PortTerm>of(new PortTerm.Range(range))).toList();
    }

    // A dependency's rule is called like the dependency or its leg, a feature's after protocol and port.
    private String name(RuleDraft draft, AzureNames names) {
        List<String> parts = new ArrayList<>();
        if (draft.area() == Units.Area.DEPENDENCIES) {
            parts.add(draft.needs().getFirst().id());
        } else {
            parts.add(draft.unit());
            switch (draft.kind()) {
                case RuleDraft.Kind.Names(var type) -> {
                    parts.add(type.name().toLowerCase(Locale.ROOT));
                    if (!draft.ports().equals(PortSet.of(type.defaultPort()))) {
                        parts.add(word(draft.ports()));
                    }
                }
                case RuleDraft.Kind.Addresses(var protocol) -> {
                    parts.add(protocol.name().toLowerCase(Locale.ROOT));
                    if (!draft.ports().isAny()) {
                        parts.add(word(draft.ports()));
                    }
                }
                case RuleDraft.Kind.FqdnTag _ -> {
                    // The unit says it all.
                }
            }
        }
        if (sources.tellsPodsApart() && draft.sources().size() == 1) {
            parts.add("nodes");
        }
        return names.next(parts.toArray(String[]::new));
    }

    private static String word(PortSet ports) {
        return String.join("-", ports.ranges().stream().map(PortRange::toString).toList());
    }
}
