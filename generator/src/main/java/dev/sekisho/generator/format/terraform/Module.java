package dev.sekisho.generator.format.terraform;

import dev.sekisho.generator.format.Refusal;
import dev.sekisho.generator.format.environment.EnvironmentResources;
import dev.sekisho.generator.format.environment.Kind;
import dev.sekisho.generator.format.environment.Unknowns;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Symbols;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The module that an environment becomes, in the making: its text, its variables, and how what is written already is
/// called.
final class Module {
    private final Hcl hcl = new Hcl();
    private final Variables variables;
    private final Symbols symbols = new Symbols();
    private final Unknowns unknowns = new Unknowns(new Symbols());
    private final Map<Kind, Map<String, String>> known = new EnumMap<>(Kind.class);
    private final List<Refusal> refused = new ArrayList<>();

    Module(Environment environment) {
        String description = "Region of everything that does not name its own";
        variables = new Variables(EnvironmentResources.region(environment)
                .map(region -> Parameter.of("location", description, region))
                .orElseGet(() -> Parameter.required("location", description)));
    }

    Hcl hcl() {
        return hcl;
    }

    Variables variables() {
        return variables;
    }

    /// Returns the expression for a value that the operator has to say.
    String other(String name, String description) {
        return variables.of(unknowns.other(name, description));
    }

    /// Returns text in quotes, and a variable for what is not known.
    String expression(Entry<?> entry) {
        return switch (entry) {
            case Entry.Known<?> value -> Hcl.quote(value.toString());
            case Entry.Unknown<?>(String name) -> variables.of(unknowns.value(name));
            case Entry.Malformed<?>(String text, var _, var _) ->
                throw new IllegalArgumentException("not deployable, and to be refused before: " + text);
        };
    }

    List<String> expressions(List<? extends Entry<?>> entries) {
        return entries.stream().map(this::expression).toList();
    }

    /// Begins a resource, and returns its address.
    String open(Kind kind, String type, String fullName) {
        String label = symbols.snake(type, fullName);
        hcl.open("resource " + Hcl.quote(type) + " " + Hcl.quote(label));
        String address = type + "." + label;
        known.computeIfAbsent(kind, _ -> new HashMap<>()).put(fullName.toLowerCase(Locale.ROOT), address);
        return address;
    }

    /// Begins a resource that nothing refers to.
    void open(String type, String name) {
        hcl.open("resource " + Hcl.quote(type) + " " + Hcl.quote(symbols.snake(type, name)));
    }

    /// Returns a label for a resource that something else writes.
    String label(String type, String name) {
        return symbols.snake(type, name);
    }

    /// Writes the arguments that nearly every resource has.
    Hcl placed(String name) {
        return hcl.text("name", name).attribute("location", variables.location()).attribute("resource_group_name",
                variables.resourceGroup());
    }

    Optional<String> address(Kind kind, String fullName) {
        return Optional.ofNullable(known.getOrDefault(kind, Map.of()).get(fullName.toLowerCase(Locale.ROOT)));
    }

    /// Returns the expression for the id of a resource: of what is written already, as it was written, or a variable.
    String id(Kind kind, ResourceRef reference) {
        return address(kind, reference.name()).map(address -> address + ".id")
                .orElseGet(() -> reference.id().startsWith("/") ? Hcl.quote(reference.id())
                        : variables.of(unknowns.id(kind, reference.id())));
    }

    /// Returns the expression for the id of a subnet.
    String subnetId(ResourceRef network, String subnet) {
        String fullName = network.name() + "/" + subnet;
        return address(Kind.SUBNET, fullName).map(address -> address + ".id")
                .orElseGet(() -> address(Kind.VIRTUAL_NETWORK, network.name())
                        .map(address -> "\"${" + address + ".id}/subnets/" + subnet + "\"")
                        .orElseGet(() -> network.id().startsWith("/")
                                ? Hcl.quote(network.id() + "/subnets/" + subnet)
                                : variables.of(unknowns.id(Kind.SUBNET, fullName))));
    }

    /// Writes public addresses, which Azure assigns, and returns the expressions for their ids.
    List<String> publicIps(String place, String owner, List<Entry<IpAddress>> addresses) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            String name = "pip-" + owner + (addresses.size() == 1 ? "" : "-" + (i + 1));
            addresses.get(i).known().ifPresent(address -> refuse(place + ", address " + address,
                    "Azure assigns it; " + name + " is written without it"));
            ids.add(open(Kind.PUBLIC_IP, "azurerm_public_ip", name) + ".id");
            placed(name).text("allocation_method", "Static").text("sku", "Standard").close().blank();
        }
        return ids;
    }

    void refuse(String what, String why) {
        refused.add(new Refusal(what, why));
    }

    /// Takes refusals, and tells whether there were any.
    boolean refuse(List<Refusal> more) {
        refused.addAll(more);
        return !more.isEmpty();
    }

    List<Refusal> refused() {
        return List.copyOf(refused);
    }
}
