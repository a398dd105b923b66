package dev.sekisho.model.catalogue;

import dev.sekisho.model.cluster.Cloud;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.need.EgressNeed;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A service that workloads use, and every way in which a cluster can reach it.
///
/// @param id name that users write in `service`, such as `azure-sql-database`
/// @param name display name
/// @param hosts per cloud, the forms of its host names, special forms first; a cloud without any is not known
/// @param legs protocols and ports
/// @param serviceTag the tag that holds its addresses
/// @param serviceEndpoint the service endpoint that reaches it
/// @param privateEndpoint whether a private endpoint can reach it
/// @param applicationRule whether an application rule can
/// @param networkRule whether a network rule can
/// @param openedBy who opens the connections
public record BackingService(String id, String name, Map<Cloud, List<HostForm>> hosts, List<ServiceLeg> legs,
        Optional<ServiceTag> serviceTag, Optional<ServiceEndpoint> serviceEndpoint, Support privateEndpoint,
        Support applicationRule, Support networkRule, EgressNeed.Sources openedBy, Confidence confidence,
        List<String> sources, List<String> notes, List<Caution> cautions, SourceLocation at) {

    /// How well a mechanism serves.
    public enum Support {
        FULL("full"), LIMITED("limited"), NONE("none");

        private final String text;

        Support(String text) {
            this.text = text;
        }

        /// Returns the name that files use.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// The tag that holds the addresses of a service.
    ///
    /// @param regional whether the tag exists per region
    public record ServiceTag(String name, boolean regional) {}

    /// Azure's service endpoint for a service.
    ///
    /// @param name such as `Microsoft.Storage`
    /// @param scope which resources it reaches
    public record ServiceEndpoint(String name, String scope) {}

    public BackingService {
        Map<Cloud, List<HostForm>> copy = new EnumMap<>(Cloud.class);
        hosts.forEach((cloud, forms) -> copy.put(cloud, List.copyOf(forms)));
        hosts = Collections.unmodifiableMap(copy);
        legs = List.copyOf(legs);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
        cautions = List.copyOf(cautions);
    }

    /// Whether its names are the same for everybody, so that nobody needs to give one.
    public boolean hasFixedNames() {
        return hosts.values().stream().flatMap(List::stream).allMatch(form -> form.host().placeholders().isEmpty());
    }

    @Override
    public String toString() {
        return id;
    }
}
