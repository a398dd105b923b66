package dev.sekisho.model.catalogue;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.need.EgressNeed;
import dev.sekisho.model.need.NeedProtocol;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One thing that a feature of AKS clusters needs, as the catalogue states it.
///
/// It applies to a cluster when the cluster's cloud is among its clouds, its feature is on, `when` holds, no shape of
/// `removedBy` matches and its validity holds on the catalogue's day.
///
/// @param id unique name such as `mcr-registry`
/// @param feature feature that brings it; see [FeatureDefinition]
/// @param need how much the cluster depends on it
/// @param purpose why the cluster needs it, one sentence
/// @param condition the condition as people say it; empty for every cluster
/// @param when the same condition for programs, beyond the feature itself
/// @param alternatives per cloud, ways to name the destination, tightest first; all parts of one are needed. Empty where
///        the entry only brings others
/// @param fallbacks per cloud, a wider way for clusters whose description does not fill the placeholders of any of the
///        alternatives
/// @param protocol protocol on the wire
/// @param ports destination ports; any for every port
/// @param alsoOn further protocols and ports to the same destination
/// @param layers where a rule for it can be written
/// @param openedBy who opens the connection
/// @param fqdnTag whether the FQDN tag of AKS contains it
/// @param inspectable whether the firewall may inspect its TLS
/// @param removedBy ids of [ClusterShapeFact]s that remove it
/// @param implies ids of requirements that come with it
/// @param privateLinkService id of the backing service whose private endpoint can carry it, where there is one
/// @param alternative what else serves the purpose, in words; empty where nothing does
/// @param sources ids of [Source]s
/// @param validity per cloud, when it is in use, where a date is known
/// @param clouds clouds that have it
public record EgressRequirement(String id, String feature, NeedLevel need, String purpose, String condition,
        Condition when, Map<Cloud, List<List<Destination>>> alternatives, Map<Cloud, List<Destination>> fallbacks,
        NeedProtocol protocol, PortSet ports, List<ExtraLeg> alsoOn, Set<EgressNeed.Layer> layers,
        EgressNeed.Sources openedBy, FqdnTagStatus fqdnTag, boolean inspectable, List<String> removedBy,
        List<String> implies, Optional<String> privateLinkService, String alternative, Confidence confidence,
        List<String> sources, List<String> notes, List<Caution> cautions, Map<Cloud, Validity> validity,
        Set<Cloud> clouds, SourceLocation at) {

    /// A further protocol of a requirement, such as DNS over TCP.
    ///
    /// @param name suffix of the need's id
    /// @param when the clusters that need it
    /// @param destinations other destinations than the requirement's, empty for the same
    public record ExtraLeg(String name, Condition when, NeedProtocol protocol, PortSet ports,
            List<Destination> destinations) {
        public ExtraLeg {
            destinations = List.copyOf(destinations);
        }
    }

    public EgressRequirement {
        alternatives = byCloud(alternatives);
        fallbacks = byCloud(fallbacks);
        alsoOn = List.copyOf(alsoOn);
        layers = layers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(layers));
        removedBy = List.copyOf(removedBy);
        implies = List.copyOf(implies);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
        cautions = List.copyOf(cautions);
        validity = Map.copyOf(validity);
        clouds = clouds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(clouds));
    }

    /// Whether it has no destination of its own and only brings other requirements.
    public boolean onlyImplies() {
        return alternatives.isEmpty();
    }

    /// Returns when it is in use in a cloud.
    public Validity validity(Cloud cloud) {
        return validity.getOrDefault(cloud, Validity.ALWAYS);
    }

    /// Every destination that the entry may name in a cloud, each once, the tightest first.
    public List<Destination> destinations(Cloud cloud) {
        return alternatives.getOrDefault(cloud, List.of()).stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public String toString() {
        return id;
    }

    private static <T> Map<Cloud, List<T>> byCloud(Map<Cloud, List<T>> values) {
        Map<Cloud, List<T>> copy = new EnumMap<>(Cloud.class);
        values.forEach((cloud, list) -> copy.put(cloud, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }
}
