package dev.sekisho.simulator.exact.firewall;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The addresses on one side of firewall rules (`FW-15`, `FW-25` to `FW-28`), with the firewall's IP groups and tags.
/// Remembers groups and tags, because many rules share them.
final class AddressParts {
    private final FirewallView view;
    private final String whose;
    private final boolean tagsCount;
    private final Map<String, List<AddressPart>> groups = new HashMap<>();
    private final Map<ServiceTagName, Optional<AddressSet>> tags = new HashMap<>();

    private AddressParts(FirewallView view, String whose, boolean tagsCount) {
        this.view = view;
        this.whose = whose;
        this.tagsCount = tagsCount;
    }

    static AddressParts sources(FirewallView view) {
        return new AddressParts(view, "the source", false);
    }

    static AddressParts destinations(FirewallView view) {
        return destinations(view, "the destination");
    }

    /// @param whose what is asked about where an answer is open
    static AddressParts destinations(FirewallView view, String whose) {
        return new AddressParts(view, whose, true);
    }

    /// Returns the parts of a side; none where nothing is on it, as where an IP group without members disables the rule
    /// (`FW-26`).
    List<AddressPart> of(List<Entry<AddressTerm>> terms, List<ResourceRef> references) {
        List<AddressPart> parts = new ArrayList<>(parts(terms));
        for (ResourceRef reference : references) {
            Optional<IpGroup> group = view.ipGroup(reference);
            if (group.filter(known -> known.members().isEmpty()).isPresent()) {
                return List.of();
            }
            parts.addAll(groups.computeIfAbsent(reference.name(), name -> members(name, group)));
        }
        return joined(parts);
    }

    /// IP groups are for IPv4 only (`FW-28`).
    private List<AddressPart> members(String name, Optional<IpGroup> group) {
        List<AddressPart> parts = group.isPresent()
                ? parts(group.get().members())
                : List.of(AddressPart.open(AddressSet.ALL_IPV4, Question.contains("the IP group " + name, whose)));
        return parts.stream().map(part -> new AddressPart(part.addresses().ipv4(), part.given())).toList();
    }

    private List<AddressPart> parts(List<Entry<AddressTerm>> terms) {
        List<AddressPart> parts = new ArrayList<>();
        for (Entry<AddressTerm> entry : terms) {
            switch (entry) {
                case Entry.Known<AddressTerm>(AddressTerm term) -> part(term).ifPresent(parts::add);
                case Entry.Unknown<AddressTerm> unknown ->
                    parts.add(AddressPart.open(AddressSet.ALL, Question.contains(unknown, whose)));
                case Entry.Malformed<AddressTerm> _ -> {}
            }
        }
        return joined(parts);
    }

    private Optional<AddressPart> part(AddressTerm term) {
        return switch (term) {
            case AddressTerm.Any _ -> Optional.of(AddressPart.known(AddressSet.ALL));
            case AddressTerm.Prefix(var prefix) -> Optional.of(AddressPart.known(AddressSet.of(prefix)));
            case AddressTerm.Range(var range) -> Optional.of(AddressPart.known(AddressSet.of(range)));
            case AddressTerm.Tag(ServiceTagName tag) -> tagsCount && !tag.isNsgOnly() ? Optional.of(tag(tag))
                    : Optional.empty();
        };
    }

    private AddressPart tag(ServiceTagName tag) {
        return tags.computeIfAbsent(tag, view.serviceTags()::find).map(AddressPart::known)
                .orElseGet(() -> AddressPart.open(WellKnownRanges.PUBLIC,
                        Question.contains("the service tag " + tag, whose)));
    }

    /// What is known becomes one part, and what is open adds to it.
    private static List<AddressPart> joined(List<AddressPart> parts) {
        List<AddressSet> known = parts.stream().filter(part -> part.given().isEmpty()).map(AddressPart::addresses)
                .toList();
        if (parts.size() == 1 || known.isEmpty()) {
            return parts;
        }
        AddressSet all = known.size() == 1 ? known.getFirst() : AddressSet.unionOf(known);
        List<AddressPart> joined = new ArrayList<>(List.of(AddressPart.known(all)));
        if (!all.equals(AddressSet.ALL)) {
            parts.stream().filter(part -> part.given().isPresent()).forEach(joined::add);
        }
        return joined;
    }
}
