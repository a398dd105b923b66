package dev.sekisho.simulator.firewall;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.servicetag.ServiceTags;
import dev.sekisho.simulator.match.Addresses;
import dev.sekisho.simulator.world.Truth;

/// What service tags mean in firewall rules: the addresses of the loaded data on the destination side, nothing on the
/// source side, and nothing for the tags that only security groups know (`FW-27`). No published tag holds an address
/// that is not public.
record FirewallTags(ServiceTags tags, boolean destination) implements Addresses.Tags {
    @Override
    public Answer contains(ServiceTagName tag, IpAddress address) {
        if (!destination || tag.isNsgOnly()) {
            return Answer.of(Truth.NO);
        }
        Truth unloaded = WellKnownRanges.PUBLIC.contains(address) ? Truth.UNKNOWN : Truth.NO;
        return Answer.of(tags.find(tag).map(set -> Truth.of(set.contains(address))).orElse(unloaded));
    }
}
