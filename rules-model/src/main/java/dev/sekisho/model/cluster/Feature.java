package dev.sekisho.model.cluster;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// An optional feature that is switched on, and values for the placeholders of its requirements.
///
/// @param name a feature of the catalogue, such as `keyvault-csi`
/// @param parameters values by placeholder name without brackets, such as `vault` to `kv-payments`
public record Feature(String name, SortedMap<String, List<String>> parameters, SourceLocation at) {
    public Feature {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
