package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Configuration.Origin;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Names and ids of resources in Azure, also of those that do not exist yet.
///
/// An id that only deployment will tell is made up from the names in the plan, with a subscription of zeros; a name
/// that is not known is the address of the instance, in letters that Azure takes for names.
final class Identity {
    private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000000";
    private static final int DEEPEST = 20;

    private final Configuration configuration;
    private final Siblings siblings;

    Identity(Configuration configuration, List<Instance> instances) {
        this.configuration = configuration;
        this.siblings = new Siblings(instances);
    }

    /// Returns provider and type in Azure, where the resource is one that is understood.
    Optional<String> type(Instance instance) {
        return instance.type().equals(Azapi.RESOURCE) ? Azapi.type(instance)
                : AzurermTypes.of(instance.type()).filter(type -> !(type.role() instanceof AzurermType.Role.Addition))
                        .map(AzurermType::azure);
    }

    /// Returns the id that the file gives.
    Optional<String> givenId(Instance instance) {
        return instance.text("id").filter(Identity::isId);
    }

    /// Returns the id, or one made up.
    String id(Instance instance) {
        return givenId(instance).orElseGet(() -> {
            List<String> names = List.of(fullName(instance).split("/"));
            String[] type = type(instance).orElse("").split("/");
            StringBuilder id = new StringBuilder(SUBSCRIPTION).append("/resourceGroups/").append(group(instance))
                    .append("/providers/").append(type[0]);
            for (int i = 1; i < type.length; i++) {
                id.append('/').append(type[i]).append('/').append(i <= names.size() ? names.get(i - 1) : "");
            }
            return id.toString();
        });
    }

    private String group(Instance instance) {
        return instance.text("resource_group_name")
                .or(() -> parentId(instance).map(parent -> segmentAfter(parent, "resourcegroups"))
                        .filter(name -> !name.isEmpty()))
                .orElse("unknown");
    }

    /// Returns the names of the resource and its parents, joined by slashes.
    String fullName(Instance instance) {
        return fullName(instance, new HashSet<>());
    }

    private String fullName(Instance instance, Set<String> seen) {
        Optional<String> given = givenId(instance).filter(_ -> instance.text("name").isEmpty());
        if (given.isPresent()) {
            return names(given.get());
        }
        String own = instance.text("name").orElseGet(() -> standIn(instance.address()));
        Optional<String> parent = seen.size() < DEEPEST && seen.add(instance.address())
                ? parentArgument(instance).map(argument -> parentName(instance, argument, seen))
                : Optional.empty();
        return parent.map(name -> name + "/" + own).orElse(own);
    }

    /// Returns the argument that names the parent of a child, or the target of an addition.
    private static Optional<String> parentArgument(Instance instance) {
        if (instance.type().equals(Azapi.RESOURCE)) {
            return Azapi.isChild(instance) ? Optional.of("parent_id") : Optional.empty();
        }
        return AzurermTypes.of(instance.type()).flatMap(AzurermType::parentArgument);
    }

    private String parentName(Instance instance, String argument, Set<String> seen) {
        Optional<String> text = instance.text(argument);
        if (text.isPresent()) {
            return isId(text.get()) ? names(text.get()) : text.get();
        }
        return target(instance, argument).map(target -> fullName(target, seen))
                .orElseGet(() -> standIn(instance.address() + "." + argument));
    }

    private Optional<String> parentId(Instance instance) {
        return parentArgument(instance).flatMap(argument -> instance.text(argument)
                .or(() -> target(instance, argument).map(this::id))).filter(Identity::isId);
    }

    /// Returns the name of what an argument points at, from its text or from what it refers to.
    String parentName(Instance instance) {
        return parentArgument(instance).map(argument -> parentName(instance, argument, new HashSet<>())).orElse("");
    }

    /// Returns the instance that an argument refers to, where that is certain.
    Optional<Instance> target(Instance instance, String argument) {
        List<Instance> targets = targets(instance, List.of(argument));
        return targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty();
    }

    /// Returns the ids that an argument refers to; none where that is not certain.
    List<String> ids(Instance instance, List<String> path) {
        return targets(instance, path).stream().map(this::id).toList();
    }

    private List<Instance> targets(Instance instance, List<String> path) {
        List<Instance> targets = new ArrayList<>();
        for (Reference reference : configuration.references(instance, path).orElse(List.of())) {
            for (Origin origin : configuration.origins(reference, instance.module())) {
                if (origin instanceof Origin.Attribute attribute && isIdentity(attribute.attribute())) {
                    siblings.all(attribute, instance).stream().filter(found -> type(found).isPresent())
                            .forEach(targets::add);
                }
            }
        }
        return targets.stream().distinct().toList();
    }

    private static boolean isIdentity(String attribute) {
        return attribute.isEmpty() || attribute.equals("id") || attribute.equals("name");
    }

    static boolean isId(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("/subscriptions/");
    }

    /// Returns the names in an id: `hub/firewall` of `/…/virtualNetworks/hub/subnets/firewall`.
    static String names(String id) {
        String[] parts = id.split("/");
        List<String> names = new ArrayList<>();
        int provider = List.of(id.toLowerCase(Locale.ROOT).split("/")).lastIndexOf("providers");
        for (int i = provider + 3; provider >= 0 && i < parts.length; i += 2) {
            names.add(parts[i]);
        }
        return names.isEmpty() ? parts[parts.length - 1] : String.join("/", names);
    }

    private static String segmentAfter(String id, String key) {
        String[] parts = id.split("/");
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equalsIgnoreCase(key)) {
                return parts[i + 1];
            }
        }
        return "";
    }

    private static String standIn(String address) {
        return List.of(address.split("[^A-Za-z0-9_.-]+")).stream().filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    /// Whether a value is an id that the file does not tell.
    static boolean isUnknown(Node value) {
        return value instanceof Node.Scalar scalar && scalar.isUnknown();
    }
}
