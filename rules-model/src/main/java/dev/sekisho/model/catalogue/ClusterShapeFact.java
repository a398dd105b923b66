package dev.sekisho.model.catalogue;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A shape of clusters that removes requirements, or that an operator has to know about.
///
/// @param id name that [EgressRequirement#removedBy] uses, such as `private-link-cluster`
/// @param summary what it is and why it changes what is needed, one sentence
/// @param when the clusters that have the shape
public record ClusterShapeFact(String id, String summary, Condition when, List<Caution> cautions, List<String> sources,
        List<String> notes, SourceLocation at) {
    public ClusterShapeFact {
        cautions = List.copyOf(cautions);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }
}
