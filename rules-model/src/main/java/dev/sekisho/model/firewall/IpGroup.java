package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// A named set of addresses that rules refer to; at most 5,000 entries (`FW-60`). An empty group disables the rules
/// that use it (`FW-26`).
public record IpGroup(String name, List<Entry<AddressTerm>> members, SourceLocation at) {
    public IpGroup {
        members = List.copyOf(members);
    }
}
