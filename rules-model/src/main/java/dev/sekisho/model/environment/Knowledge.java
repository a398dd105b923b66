package dev.sekisho.model.environment;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.FqdnPattern;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Azure or the resolvers would know and no resource says. What is absent is unknown.
///
/// Maps are keyed by canonical text (lower case) and sorted.
///
/// @param firewallDns addresses that the firewall resolves a name to; an empty list means that the name does not exist
/// @param clientDns addresses that the client resolves a name to, where they differ from the firewall's
/// @param fqdnTags names behind an FQDN tag, keyed by the tag in lower case without spaces (`FW-42`)
/// @param webCategories category of a host or of `host/path` (`FW-41`)
/// @param threatFeed what threat intelligence knows to be malicious (`FW-10`)
/// @param infrastructureFqdns names of the built-in infrastructure collection (`FW-46`)
/// @param learnedPrivateRanges ranges that a firewall learns from a route server, for policies that use them (`FW-53`)
public record Knowledge(SortedMap<String, List<IpAddress>> firewallDns, SortedMap<String, List<IpAddress>> clientDns,
        SortedMap<String, List<FqdnPattern>> fqdnTags, SortedMap<String, String> webCategories, ThreatFeed threatFeed,
        List<FqdnPattern> infrastructureFqdns, Optional<AddressSet> learnedPrivateRanges) {

    /// Malicious addresses and names.
    public record ThreatFeed(AddressSet ips, List<FqdnPattern> fqdns) {
        /// Nothing is malicious.
        public static final ThreatFeed NONE = new ThreatFeed(AddressSet.EMPTY, List.of());

        public ThreatFeed {
            fqdns = List.copyOf(fqdns);
        }
    }

    /// Nothing known.
    public static final Knowledge NONE = new Knowledge(Collections.emptySortedMap(), Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), ThreatFeed.NONE, List.of(), Optional.empty());

    public Knowledge {
        firewallDns = sorted(firewallDns);
        clientDns = sorted(clientDns);
        fqdnTags = sorted(fqdnTags);
        webCategories = sorted(webCategories);
        infrastructureFqdns = List.copyOf(infrastructureFqdns);
    }

    /// Creates knowledge without ranges of a route server.
    public Knowledge(SortedMap<String, List<IpAddress>> firewallDns, SortedMap<String, List<IpAddress>> clientDns,
            SortedMap<String, List<FqdnPattern>> fqdnTags, SortedMap<String, String> webCategories,
            ThreatFeed threatFeed, List<FqdnPattern> infrastructureFqdns) {
        this(firewallDns, clientDns, fqdnTags, webCategories, threatFeed, infrastructureFqdns, Optional.empty());
    }

    /// Returns the same knowledge with these resolutions of names.
    public Knowledge withDns(SortedMap<String, List<IpAddress>> firewall, SortedMap<String, List<IpAddress>> client) {
        return new Knowledge(firewall, client, fqdnTags, webCategories, threatFeed, infrastructureFqdns,
                learnedPrivateRanges);
    }

    /// Returns the same knowledge with these contents of FQDN tags.
    public Knowledge withFqdnTags(SortedMap<String, List<FqdnPattern>> tags) {
        return new Knowledge(firewallDns, clientDns, tags, webCategories, threatFeed, infrastructureFqdns,
                learnedPrivateRanges);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
