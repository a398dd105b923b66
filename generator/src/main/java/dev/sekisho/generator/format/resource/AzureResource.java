package dev.sekisho.generator.format.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A resource to be deployed, or an existing one that others hang on.
///
/// @param symbol identifier, unique among all resources of a plan
/// @param type such as `Microsoft.Network/routeTables/routes`
/// @param apiVersion such as `2023-11-01`
/// @param parent symbol of the resource that it is a child of
/// @param name last segment of the name
/// @param comment why it is there; empty where its content says so
/// @param location region, for resources that have one
/// @param role whether it is made, made on a condition, or only named
/// @param top what stands beside the properties, such as `sku`
/// @param dependsOn symbols of resources that come first although nothing in the properties refers to them
public record AzureResource(String symbol, String type, String apiVersion, Optional<String> parent, Value name,
        String comment, Optional<Value> location, Value.Fields top, Role role, List<String> dependsOn,
        Value.Fields properties) {
    /// Whether a resource is made.
    public sealed interface Role {
        /// It is made or updated.
        enum Made implements Role {
            MADE
        }

        /// It is made or updated if a switch is on.
        record MadeIf(Parameter condition) implements Role {}

        /// It exists already, in this resource group or in the deployment's own.
        record Existing(Optional<Parameter> resourceGroup) implements Role {}
    }

    public AzureResource {
        dependsOn = List.copyOf(dependsOn);
    }

    /// Creates a resource with nothing beside its properties.
    public AzureResource(String symbol, String type, String apiVersion, Optional<String> parent, Value name,
            String comment, Optional<Value> location, Role role, List<String> dependsOn, Value.Fields properties) {
        this(symbol, type, apiVersion, parent, name, comment, location, Value.Fields.NONE, role, dependsOn,
                properties);
    }

    /// Tells whether the resource is only named.
    public boolean isExisting() {
        return role instanceof Role.Existing;
    }

    /// Returns the symbols of all resources that must be there first, each once.
    public Stream<String> prerequisites() {
        return Stream.of(parent.stream(), properties.references(), dependsOn.stream()).flatMap(s -> s).distinct();
    }
}
