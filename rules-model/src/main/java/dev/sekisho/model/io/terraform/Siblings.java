package dev.sekisho.model.io.terraform;

import dev.sekisho.model.io.terraform.Configuration.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The instances of each resource, and which of them a reference means.
///
/// `azurerm_subnet.this[each.key]` is written down as a reference to `azurerm_subnet.this`. It means the instance with
/// the index of the one that refers to it, or of a module around that, if there is such an instance.
final class Siblings {
    private final Map<String, List<Instance>> byResource = new HashMap<>();

    Siblings(List<Instance> instances) {
        instances.forEach(instance -> byResource.computeIfAbsent(instance.configured(), _ -> new ArrayList<>())
                .add(instance));
    }

    /// Returns the instance that is meant, where that is certain.
    Optional<Instance> one(Origin.Attribute origin, Instance referrer) {
        List<Instance> all = all(origin, referrer);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// Returns all instances that may be meant.
    List<Instance> all(Origin.Attribute origin, Instance referrer) {
        List<Instance> found = byResource.getOrDefault(origin.configured(), List.of());
        for (int i = 0; i < origin.module().size(); i++) {
            int place = i;
            Optional<String> written = Reference.index(origin.module().get(i));
            found = written.isPresent()
                    ? found.stream().filter(has(instance -> Reference.index(instance.module().get(place)), written))
                            .toList()
                    : found;
        }
        Optional<String> index = Reference.index(origin.name());
        if (index.isPresent()) {
            return found.stream().filter(has(Instance::index, index)).toList();
        }
        found = narrowed(found, has(Instance::index, origin.hint()));
        found = narrowed(found, has(Instance::index, referrer.index()));
        for (int i = 0; i < origin.module().size(); i++) {
            int place = i;
            found = narrowed(found, has(instance -> Reference.index(instance.module().get(place)), referrer.index()));
            found = narrowed(found, instance -> referrer.module().size() > place
                    && instance.module().get(place).equals(referrer.module().get(place)));
        }
        for (String module : referrer.module()) {
            found = narrowed(found, has(Instance::index, Reference.index(module)));
        }
        return found;
    }

    private static Predicate<Instance> has(java.util.function.Function<Instance, Optional<String>> index,
            Optional<String> wanted) {
        return instance -> wanted.isPresent() && Objects.equals(index.apply(instance), wanted);
    }

    private static List<Instance> narrowed(List<Instance> found, Predicate<Instance> better) {
        if (found.size() < 2) {
            return found;
        }
        List<Instance> some = found.stream().filter(better).toList();
        return some.isEmpty() ? found : some;
    }
}
