package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.IpGroup;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.view.FirewallView;
import dev.sekisho.simulator.world.Truth;
import java.util.List;
import java.util.Optional;

/// The address sides of firewall rules, with the firewall's IP groups and tags.
record Sides(FirewallView view) {

    FieldMatch source(SourceSide side, IpAddress source) {
        Addresses addresses = new Addresses(Field.SOURCE, source, new FirewallTags(view.serviceTags(), false))
                .terms(side.addresses());
        return withGroups(addresses, source, side.ipGroups()).result();
    }

    Addresses destination(Field field, IpAddress destination, List<Entry<AddressTerm>> terms,
            List<ResourceRef> groups) {
        Addresses addresses = new Addresses(field, destination, new FirewallTags(view.serviceTags(), true))
                .terms(terms);
        return withGroups(addresses, destination, groups);
    }

    /// IP groups are for IPv4 only (`FW-28`); an empty one disables the rule all the same (`FW-26`).
    private Addresses withGroups(Addresses addresses, IpAddress address, List<ResourceRef> references) {
        for (ResourceRef reference : references) {
            Optional<IpGroup> group = view.ipGroup(reference);
            if (address.isIpv4() || group.filter(known -> known.members().isEmpty()).isPresent()) {
                addresses.group(reference, group);
            } else {
                addresses.alternative(reference.name(), Truth.NO, Optional.empty());
            }
        }
        return addresses;
    }
}
