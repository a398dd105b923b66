package dev.sekisho.model.catalogue;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// Something that a cluster may have and that decides what it must reach.
///
/// @param id name that users write in `features`
/// @param summary what it is, one sentence
/// @param automatic the clusters that have it without listing it; [Condition.Not] of every cluster where only listing it
///        counts
/// @param parameters values that users may give with it
/// @param cautions what to tell an operator who lists it
/// @param sources ids of [Source]s
public record FeatureDefinition(String id, String summary, Condition automatic, List<Parameter> parameters,
        List<Caution> cautions, List<String> sources, SourceLocation at) {

    /// A value that users may give with a feature.
    ///
    /// @param name placeholder or choice, without brackets
    /// @param meaning what it is, one sentence
    /// @param values the only values that are possible; empty means any text
    public record Parameter(String name, String meaning, List<String> values) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    public FeatureDefinition {
        parameters = List.copyOf(parameters);
        cautions = List.copyOf(cautions);
        sources = List.copyOf(sources);
    }
}
