package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.ArrayList;
import java.util.List;

/// Splits a set of addresses into classes that no described prefix tells apart; one address of a class stands for all.
public final class AddressClasses {
    private final List<Part> parts = new ArrayList<>();

    private record Part(AddressSet addresses, List<String> inside) {}

    /// Starts with one class.
    public AddressClasses(AddressSet universe) {
        if (!universe.isEmpty()) {
            parts.add(new Part(universe, List.of()));
        }
    }

    /// Tells the members of a set apart from the others.
    ///
    /// @param name what the set is called
    public void split(String name, AddressSet set) {
        boolean tellsApart = parts.stream().anyMatch(part -> part.addresses().overlaps(set))
                && parts.stream().anyMatch(part -> !set.containsAll(part.addresses()));
        if (!tellsApart) {
            return;
        }
        List<Part> split = new ArrayList<>();
        for (Part part : parts) {
            AddressSet inside = part.addresses().intersection(set);
            AddressSet outside = part.addresses().difference(set);
            if (!outside.isEmpty()) {
                split.add(new Part(outside, part.inside()));
            }
            if (!inside.isEmpty()) {
                List<String> names = new ArrayList<>(part.inside());
                names.add(name);
                split.add(new Part(inside, names));
            }
        }
        parts.clear();
        parts.addAll(split);
    }

    /// Returns one address for each class.
    ///
    /// @param whose what the addresses are, such as `the address of api.example`
    public List<Alternative<IpAddress>> representatives(String whose) {
        if (parts.size() == 1) {
            return List.of(Alternative.only(parts.getFirst().addresses().first().orElseThrow()));
        }
        return parts.stream().map(part -> new Alternative<>(part.addresses().first().orElseThrow(),
                List.of(part.inside().isEmpty()
                        ? whose + " is in none of the ranges that are described"
                        : whose + " is in " + String.join(" and ", part.inside()))))
                .toList();
    }
}
