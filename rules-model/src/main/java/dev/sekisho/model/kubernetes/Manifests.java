package dev.sekisho.model.kubernetes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What manifests describe.
///
/// @param services the Services, in the order of the files
/// @param fronts Ingresses and Gateways: ways in that a Service of their controller carries
/// @param others how many resources there are of each other kind
public record Manifests(List<KubernetesService> services, List<HttpFront> fronts,
        SequencedMap<String, Integer> others) {
    /// Nothing.
    public static final Manifests NONE = new Manifests(List.of(), List.of(), Collections.emptySortedMap());

    public Manifests {
        services = List.copyOf(services);
        fronts = List.copyOf(fronts);
        others = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(others));
    }
}
