package dev.sekisho.model.firewall;

import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// `snat` of a policy (`FW-53`).
///
/// @param privateRanges ranges that network rules do not translate; they replace the default list
/// @param includeIanaPrivateRanges whether the keyword `IANAPrivateRanges` was among them
/// @param autoLearnPrivateRanges whether Azure adds the ranges it learns by itself
public record SnatSettings(List<Entry<IpPrefix>> privateRanges, boolean includeIanaPrivateRanges,
        boolean autoLearnPrivateRanges) {
    public SnatSettings {
        privateRanges = List.copyOf(privateRanges);
    }
}
