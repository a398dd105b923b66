package dev.sekisho.simulator.nsg;

import dev.sekisho.model.name.ServiceTagName;
import dev.sekisho.model.network.SecurityRule;
import dev.sekisho.model.term.AddressTerm;
import java.util.Set;

/// The tags by which alone a rule concerns addresses of the host (`NSG-7`).
public final class PlatformTags {
    private static final Set<ServiceTagName> TAGS = Set.of(ServiceTagName.AZURE_PLATFORM_DNS,
            ServiceTagName.AZURE_PLATFORM_IMDS, ServiceTagName.AZURE_PLATFORM_LKM);

    private PlatformTags() {}

    /// Tells whether a side of a rule names one of them.
    public static boolean isNamedBy(SecurityRule.Side side) {
        return side.addresses().stream().flatMap(entry -> entry.known().stream())
                .anyMatch(term -> term instanceof AddressTerm.Tag(ServiceTagName tag) && TAGS.contains(tag));
    }
}
