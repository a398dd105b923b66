package dev.sekisho.model.io.resource;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Node;
import java.util.Objects;
import java.util.Optional;

/// One Azure resource as some file describes it, before anything of it is understood.
///
/// Every producer (template, export, plan) makes these, and one reader understands them. Values that only deployment
/// will tell are [Node#unknown] inside the body.
///
/// @param type provider and type, such as `Microsoft.Network/firewallPolicies/ruleCollectionGroups`; letter case is
///        that of the file, and to be ignored
/// @param name the names of the resource and its parents, joined by `/` as in a template: `fw-policy/platform`
/// @param id the resource id, where the file gives one
/// @param body the whole resource, with `name`, `sku`, `properties` and so on
public record AzureResource(SourceLocation at, String type, String name, Optional<String> id, Node.Mapping body) {
    public AzureResource {
        Objects.requireNonNull(at);
        Objects.requireNonNull(type);
        Objects.requireNonNull(name);
        Objects.requireNonNull(id);
        Objects.requireNonNull(body);
    }

    /// Whether this is of that type; letter case does not matter.
    public boolean is(String otherType) {
        return type.equalsIgnoreCase(otherType);
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
