package dev.sekisho.model.firewall;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.name.FqdnTagName;
import dev.sekisho.model.name.UrlPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// An application rule: source, protocol with port, and a target by name must match. The four kinds of target are
/// alternatives (`FW-43`).
///
/// @param targetFqdns `targetFqdns` (`FW-35`)
/// @param targetUrls `targetUrls`, Premium only (`FW-38`)
/// @param fqdnTags `fqdnTags` (`FW-42`)
/// @param webCategories `webCategories` (`FW-41`)
/// @param destinationAddresses `destinationAddresses`; empty means no restriction (`FW-43`)
/// @param terminateTls `terminateTLS`: the firewall inspects the traffic (`FW-40`)
public record ApplicationRule(String name, String description, List<ApplicationProtocol> protocols, SourceSide sources,
        List<Entry<FqdnPattern>> targetFqdns, List<Entry<UrlPattern>> targetUrls, List<FqdnTagName> fqdnTags,
        List<String> webCategories, List<Entry<AddressTerm>> destinationAddresses, boolean terminateTls,
        SourceLocation at) implements Rule {
    public ApplicationRule {
        protocols = List.copyOf(protocols);
        targetFqdns = List.copyOf(targetFqdns);
        targetUrls = List.copyOf(targetUrls);
        fqdnTags = List.copyOf(fqdnTags);
        webCategories = List.copyOf(webCategories);
        destinationAddresses = List.copyOf(destinationAddresses);
    }

    /// Tells whether the rule names no target at all, so that it can never match (`FW-43`).
    public boolean hasNoTarget() {
        return targetFqdns.isEmpty() && targetUrls.isEmpty() && fqdnTags.isEmpty() && webCategories.isEmpty();
    }
}
