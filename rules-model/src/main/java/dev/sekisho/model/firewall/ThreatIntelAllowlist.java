package dev.sekisho.model.firewall;

import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// `threatIntelWhitelist`: traffic that threat intelligence leaves alone; the rules still apply (`FW-11`).
public record ThreatIntelAllowlist(List<Entry<AddressTerm>> ipAddresses, List<Entry<FqdnPattern>> fqdns) {
    public ThreatIntelAllowlist {
        ipAddresses = List.copyOf(ipAddresses);
        fqdns = List.copyOf(fqdns);
    }
}
