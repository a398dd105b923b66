package dev.sekisho.model.io.assembly;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.resource.ResourceId;
import dev.sekisho.model.io.shape.ResourceKind;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// All resources of a run in canonical form, each once, found by type and name or by id.
///
/// Two descriptions are of one resource if type and name agree and no id says otherwise. Names of different resources
/// of one type that are the same are told apart by the resource group: `hub-fw@rg-japan`.
final class Inventory {
    private final Diagnostics diagnostics;
    private final Map<String, List<Described>> byTypeAndName = new LinkedHashMap<>();
    private final SequencedMap<String, Integer> madeUp = new TreeMap<>();

    Inventory(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Described resource) {
        List<Described> sameName = byTypeAndName.computeIfAbsent(key(resource.kind().type(), resource.name()),
                _ -> new ArrayList<>());
        for (int i = 0; i < sameName.size(); i++) {
            Described known = sameName.get(i);
            if (agree(known.id(), resource.id())) {
                sameName.set(i, together(known, resource));
                return;
            }
        }
        sameName.add(resource);
    }

    private static boolean agree(Optional<ResourceId> first, Optional<ResourceId> second) {
        return first.isEmpty() || second.isEmpty() || first.get().agrees(second.get());
    }

    private Described together(Described known, Described again) {
        Described identified = known.id().isPresent() ? known
                : new Described(known.kind(), known.name(), again.id(), known.location().or(again::location),
                        known.body(), known.at());
        if (known.body().equals(again.body())) {
            if (!known.at().file().equals(again.at().file())) {
                diagnostics.note("SAME_RESOURCE", again.at(),
                        again + " is described in " + known.at() + " too, and counts once", "");
            }
            return identified;
        }
        if (known.at().file().equals(again.at().file())) {
            return identified.withBody(Parts.merged(known.body(), again.body()));
        }
        diagnostics.warning("DUPLICATE_NAME", again.at(),
                again + " is described differently in " + known.at() + "; that one is used",
                "leave out the file that is out of date");
        return identified;
    }

    private static String key(String type, String name) {
        return (type + " " + name).toLowerCase(Locale.ROOT);
    }

    /// Returns the resources of a type in the order in which they were read.
    List<Described> of(String type) {
        return byTypeAndName.values().stream().flatMap(List::stream)
                .filter(resource -> resource.kind().type().equalsIgnoreCase(type)).toList();
    }

    List<Described> all() {
        return byTypeAndName.values().stream().flatMap(List::stream).toList();
    }

    /// Returns the resource that a reference means: by id, or by name where it is only a name.
    Optional<Described> find(String type, String reference) {
        Optional<ResourceId> id = ResourceId.parse(reference);
        return byTypeAndName.getOrDefault(key(type, id.map(ResourceId::name).orElse(reference)), List.of()).stream()
                .filter(resource -> agree(resource.id(), id)).findFirst();
    }

    /// Returns the parts of a type that a resource has as resources of their own.
    List<Described> children(Described parent, String type) {
        return of(type).stream().filter(child -> isChild(child, parent)).toList();
    }

    private static boolean isChild(Described child, Described parent) {
        int slash = child.name().lastIndexOf('/');
        return slash >= 0 && child.name().substring(0, slash).equalsIgnoreCase(parent.name())
                && agree(child.id().flatMap(ResourceId::parent), parent.id());
    }

    /// Adds a resource of which only parts are described.
    void addParents(ResourceKind kind, String childType) {
        for (Described child : of(childType)) {
            int slash = child.name().lastIndexOf('/');
            boolean known = of(kind.type()).stream().anyMatch(parent -> isChild(child, parent));
            if (slash > 0 && !known) {
                SourceLocation at = child.at();
                Described parent = new Described(kind, child.name().substring(0, slash),
                        child.id().flatMap(ResourceId::parent), Optional.empty(), Node.nothing(at), at);
                diagnostics.warning("ONLY_PARTS", at, parent + " is not described itself, only parts of it are",
                        "add a file that describes it");
                add(parent);
                countMadeUp(kind.count(), 1);
            }
        }
    }

    /// Notes that so many things of a kind are there although no file describes them.
    void countMadeUp(String kind, int count) {
        madeUp.merge(kind, count, Integer::sum);
    }

    /// How many things of each kind are there although no file describes them.
    SequencedMap<String, Integer> madeUp() {
        return madeUp;
    }

    /// Returns the name by which a resource is known in the environment.
    String uniqueName(Described resource) {
        List<Described> sameName = byTypeAndName.getOrDefault(key(resource.kind().type(), resource.name()),
                List.of());
        if (sameName.size() < 2) {
            return resource.name();
        }
        boolean sameGroup = sameName.stream().filter(other -> group(other).equalsIgnoreCase(group(resource)))
                .count() > 1;
        return resource.name() + resource.id().map(id -> suffix(id, sameGroup)).orElse("");
    }

    private static String group(Described resource) {
        return resource.id().map(ResourceId::resourceGroup).orElse("");
    }

    private static String suffix(ResourceId id, boolean withSubscription) {
        return "@" + id.resourceGroup() + (withSubscription ? "@" + id.subscription() : "");
    }

    /// Returns what a reference is called in the environment: the resource's unique name where it is described. A
    /// reference to an undescribed resource that shares its name with a described one gets a name of its own.
    String nameOf(String reference) {
        Optional<ResourceId> id = ResourceId.parse(reference);
        if (id.isEmpty()) {
            return reference;
        }
        Optional<Described> found = find(id.get().type(), reference);
        if (found.isPresent()) {
            return uniqueName(found.get());
        }
        return byTypeAndName.containsKey(key(id.get().type(), id.get().name()))
                ? id.get().name() + suffix(id.get(), false) : id.get().toString();
    }
}
