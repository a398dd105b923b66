package dev.sekisho.simulator.destination;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.simulator.world.Worlds;
import dev.sekisho.simulator.world.Worlds.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Splits a set of addresses into classes that no described set tells apart; one address of a class stands for all.
///
/// A class begins where a range begins or has ended. So one pass over those addresses in rising order, with the sets that hold
/// the one at hand, meets the lowest address of every class. As [Worlds#LIMIT] alternatives are looked at and no more, the pass
/// ends when there are more classes, which the survey of them then says.
public final class AddressClasses {
    private final AddressSet universe;
    private final List<String> names = new ArrayList<>();
    private final List<AddressSet> sets = new ArrayList<>();

    /// A range of one of the sets.
    private record Piece(IpRange range, int set) {}

    /// Starts with one class.
    public AddressClasses(AddressSet universe) {
        this.universe = universe;
    }

    /// Tells the members of a set apart from the others.
    ///
    /// @param name what the set is called
    public void split(String name, AddressSet set) {
        if (universe.overlaps(set) && !set.containsAll(universe)) {
            names.add(name);
            sets.add(set);
        }
    }

    /// Returns one address for each class, the one that is in none of the sets first.
    ///
    /// @param whose what the addresses are, such as `the address of api.example`
    public List<Alternative<IpAddress>> representatives(String whose) {
        Map<List<Integer>, IpAddress> classes = lowest();
        if (classes.size() == 1) {
            return List.of(Alternative.only(classes.values().iterator().next()));
        }
        return classes.entrySet().stream().sorted(Map.Entry.comparingByKey(AddressClasses::compare))
                .map(each -> new Alternative<>(each.getValue(), List.of(whose + " is in " + where(each.getKey()))))
                .toList();
    }

    private String where(List<Integer> inside) {
        return inside.isEmpty() ? "none of the ranges that are described"
                : String.join(" and ", inside.stream().map(names::get).toList());
    }

    /// Addresses outside the earliest set on which two classes differ come first.
    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return other.get(i).compareTo(one.get(i));
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /// The lowest address of each class, by the sets that hold it.
    private Map<List<Integer>, IpAddress> lowest() {
        List<Piece> beginning = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (IpRange range : sets.get(set).ranges()) {
                beginning.add(new Piece(range, set));
            }
        }
        List<Piece> ending = new ArrayList<>(beginning);
        beginning.sort(Comparator.comparing(piece -> piece.range().first()));
        ending.sort(Comparator.comparing(piece -> piece.range().last()));
        Map<List<Integer>, IpAddress> classes = new LinkedHashMap<>();
        TreeSet<Integer> inside = new TreeSet<>();
        int begun = 0;
        int ended = 0;
        for (IpAddress address : changes(beginning)) {
            for (; ended < ending.size() && ending.get(ended).range().last().compareTo(address) < 0; ended++) {
                inside.remove(ending.get(ended).set());
            }
            for (; begun < beginning.size() && beginning.get(begun).range().first().compareTo(address) <= 0; begun++) {
                if (beginning.get(begun).range().last().compareTo(address) >= 0) {
                    inside.add(beginning.get(begun).set());
                }
            }
            classes.putIfAbsent(List.copyOf(inside), address);
            if (classes.size() > Worlds.LIMIT) {
                break;
            }
        }
        return classes;
    }

    /// The addresses of the universe where something may begin or have ended, lowest first.
    private List<IpAddress> changes(List<Piece> pieces) {
        return Stream.concat(universe.ranges().stream().map(IpRange::first),
                pieces.stream().flatMap(piece -> Stream.of(Optional.of(piece.range().first()),
                        piece.range().last().next()).flatMap(Optional::stream).filter(universe::contains)))
                .distinct().sorted().toList();
    }
}
