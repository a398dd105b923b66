package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.match.Field;
import dev.sekisho.simulator.match.FieldMatch;
import dev.sekisho.simulator.view.FirewallView;
import java.util.List;

/// The address sides of firewall rules, with the firewall's IP groups and tags.
record Sides(FirewallView view) {

    FieldMatch source(SourceSide side, IpAddress source) {
        Addresses addresses = new Addresses(Field.SOURCE, source, new FirewallTags(view.serviceTags(), false))
                .terms(side.addresses());
        return withGroups(addresses, side.ipGroups()).result();
    }

    Addresses destination(Field field, IpAddress destination, List<Entry<AddressTerm>> terms,
            List<ResourceRef> groups) {
        Addresses addresses = new Addresses(field, destination, new FirewallTags(view.serviceTags(), true))
                .terms(terms);
        return withGroups(addresses, groups);
    }

    private Addresses withGroups(Addresses addresses, List<ResourceRef> groups) {
        groups.forEach(group -> addresses.group(group, view.ipGroup(group)));
        return addresses;
    }
}
