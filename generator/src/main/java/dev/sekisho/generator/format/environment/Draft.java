package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.AzureResources;
import dev.sekisho.generator.format.resource.FirewallValues;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The resources of an environment in the making. A resource can be referred to once it is there.
final class Draft {
    private final Symbols symbols = new Symbols();
    private final Unknowns unknowns = new Unknowns(symbols);
    private final Parameter location;
    private final List<AzureResource> resources = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Map<Kind, Map<String, String>> known = new EnumMap<>(Kind.class);
    private boolean usesLocation;

    /// @param region the region of what does not say its own, where one is known
    Draft(Optional<String> region) {
        String description = "Region of everything that does not name its own";
        location = region.map(name -> Parameter.of("location", description, name))
                .orElseGet(() -> Parameter.required("location", description));
    }

    Unknowns unknowns() {
        return unknowns;
    }

    FirewallValues rules() {
        return new FirewallValues(group -> reference(Kind.IP_GROUP, group), this::entry);
    }

    Value location() {
        usesLocation = true;
        return new Value.ParameterValue(location);
    }

    /// Returns text as it is, and a parameter for what is not known.
    Value entry(Entry<?> entry) {
        return switch (entry) {
            case Entry.Known<?> value -> new Value.Text(value.toString());
            case Entry.Unknown<?>(String name) -> new Value.ParameterValue(unknowns.value(name));
            case Entry.Malformed<?>(String text, var _, var _) ->
                throw new IllegalArgumentException("not deployable, and to be refused before: " + text);
        };
    }

    List<Value> entries(List<? extends Entry<?>> entries) {
        return entries.stream().map(this::entry).toList();
    }

    /// Returns the id of what is described here, an id as it was written, or a parameter.
    Value reference(Kind kind, ResourceRef reference) {
        return symbol(kind, reference.name()).<Value>map(Value.IdOf::new)
                .orElseGet(() -> reference.id().startsWith("/") ? new Value.Text(reference.id())
                        : new Value.ParameterValue(unknowns.id(kind, reference.id())));
    }

    Value.Fields id(Kind kind, ResourceRef reference) {
        return Value.Fields.NONE.with("id", reference(kind, reference));
    }

    Optional<String> symbol(Kind kind, String name) {
        return Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(name.toLowerCase(Locale.ROOT)));
    }

    /// Adds a resource and returns its symbol.
    ///
    /// @param name the name without those of its parents
    /// @param fullName the name by which others refer to it
    String add(Kind kind, Optional<String> parent, String name, String fullName, Optional<Value> region,
            Value.Fields top, List<String> dependsOn, Value.Fields properties) {
        String symbol = symbols.camel(kind.symbol(), fullName);
        resources.add(new AzureResource(symbol, kind.type(), AzureResources.NETWORK_API, parent, new Value.Text(name),
                "", region, top, AzureResource.Role.Made.MADE, dependsOn, properties));
        remember(kind, fullName, symbol);
        return symbol;
    }

    /// Adds a resource that is no child, with nothing beside its properties.
    String add(Kind kind, String name, List<String> dependsOn, Value.Fields properties) {
        return add(kind, Optional.empty(), name, name, Optional.of(location()), Value.Fields.NONE, dependsOn,
                properties);
    }

    /// Adds a child that is made with its parent, so that others can refer to it.
    String inside(Kind kind, String parent, String name, String fullName) {
        String symbol = symbols.camel(kind.symbol(), fullName);
        resources.add(new AzureResource(symbol, kind.type(), AzureResources.NETWORK_API, Optional.of(parent),
                new Value.Text(name), "", Optional.empty(), new AzureResource.Role.Existing(Optional.empty()),
                List.of(), Value.Fields.NONE));
        remember(kind, fullName, symbol);
        return symbol;
    }

    private void remember(Kind kind, String name, String symbol) {
        known.computeIfAbsent(kind, _ -> new HashMap<>()).put(name.toLowerCase(Locale.ROOT), symbol);
    }

    /// Takes refusals, and tells whether there were any.
    boolean refuse(List<Refusal> more) {
        refused.addAll(more);
        return !more.isEmpty();
    }

    List<AzureResource> resources() {
        return List.copyOf(resources);
    }

    List<Refusal> refused() {
        return List.copyOf(refused);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (usesLocation) {
            parameters.add(location);
        }
        parameters.addAll(unknowns.all());
        return List.copyOf(parameters);
    }
}
