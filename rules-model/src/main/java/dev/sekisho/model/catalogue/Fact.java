package dev.sekisho.model.catalogue;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A fact about routing, DNS, TLS, outbound types or the FQDN tag that is no requirement of its own.
///
/// @param id unique name such as `kubenet-pod-routes`
/// @param topic `routing`, `dns-and-tls`, `outbound-type`, `fqdn-tag`, `clouds`, `logs` or `self-test`
/// @param text the fact, one sentence or two
/// @param when the clusters that it concerns
/// @param cautions what to tell the operators of these clusters
public record Fact(String id, String topic, String text, Condition when, List<Caution> cautions,
        Confidence confidence, List<String> sources, List<String> notes, SourceLocation at) {
    public Fact {
        cautions = List.copyOf(cautions);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }
}
