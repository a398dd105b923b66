package dev.sekisho.model.kubernetes;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.name.ServiceTagName;
import java.util.List;

/// Who may use a load balancer by the Service's own lists. Azure's cloud provider makes security rules of them, which by
/// themselves keep nobody out whom another rule lets in: the virtual network passes by a default rule. Nodes drop what is
/// outside of `loadBalancerSourceRanges` on their own.
///
/// Source: cloud-provider-azure's page "LoadBalancer annotations" and its notes on source ranges.
///
/// @param sourceRanges `loadBalancerSourceRanges`; empty where there is none
/// @param annotatedRanges ranges of annotations
/// @param tags service tags of the annotation
/// @param denyOthers whether a rule denies everybody else, by the annotation or because a range cannot be read
public record AllowedSources(AddressSet sourceRanges, AddressSet annotatedRanges, List<ServiceTagName> tags,
        boolean denyOthers) {
    /// No list.
    public static final AllowedSources EVERYBODY = new AllowedSources(AddressSet.EMPTY, AddressSet.EMPTY, List.of(),
            false);

    public AllowedSources {
        tags = List.copyOf(tags);
    }

    /// Whether there is a list.
    public boolean isRestricted() {
        return !sourceRanges.isEmpty() || !annotatedRanges.isEmpty() || !tags.isEmpty() || denyOthers;
    }

    /// Returns all ranges.
    public AddressSet ranges() {
        return sourceRanges.union(annotatedRanges);
    }
}
