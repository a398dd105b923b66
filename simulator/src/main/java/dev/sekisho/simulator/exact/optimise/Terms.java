package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.model.address.IpRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.model.term.AddressTerm;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Lists of a rule in fewer entries. What is not known and what Azure would refuse stays as it is, and so does a list that
/// gets no shorter.
final class Terms {
    private Terms() {}

    /// Joins prefixes and ranges that touch or overlap; beside an asterisk they say nothing.
    static List<Entry<AddressTerm>> addresses(List<Entry<AddressTerm>> entries) {
        List<AddressSet> known = new ArrayList<>();
        List<Entry<AddressTerm>> others = new ArrayList<>();
        boolean any = false;
        for (Entry<AddressTerm> entry : entries) {
            Optional<AddressSet> set = entry.known().flatMap(Terms::set);
            set.ifPresentOrElse(known::add, () -> others.add(entry));
            any |= entry.known().filter(AddressTerm.Any.ANY::equals).isPresent();
        }
        List<Entry<AddressTerm>> joined = new ArrayList<>();
        if (!any) {
            AddressSet.unionOf(known).ranges().forEach(range -> joined.addAll(terms(range)));
        }
        joined.addAll(new LinkedHashSet<>(others));
        return joined.size() < entries.size() ? List.copyOf(joined) : entries;
    }

    /// The addresses of a prefix or range.
    static Optional<AddressSet> set(AddressTerm term) {
        return switch (term) {
            case AddressTerm.Prefix(IpPrefix prefix) -> Optional.of(AddressSet.of(prefix));
            case AddressTerm.Range(IpRange range) -> Optional.of(AddressSet.of(range));
            case AddressTerm.Any _,AddressTerm.Tag _ -> Optional.empty();
        };
    }

    private static List<Entry<AddressTerm>> terms(IpRange range) {
        List<IpPrefix> prefixes = range.toPrefixes();
        return prefixes.size() > 1 && range.first().isIpv4()
                ? List.of(Entry.of(new AddressTerm.Range(range)))
                : prefixes.stream().map(prefix -> Entry.<AddressTerm>of(new AddressTerm.Prefix(prefix))).toList();
    }

    /// Joins ports that touch or overlap; an asterisk says more than every port (`FW-17`) and stays.
    static List<Entry<PortTerm>> ports(List<Entry<PortTerm>> entries) {
        List<PortSet> known = new ArrayList<>();
        List<Entry<PortTerm>> others = new ArrayList<>();
        boolean any = false;
        for (Entry<PortTerm> entry : entries) {
            if (entry.known().orElse(PortTerm.Any.ANY) instanceof PortTerm.Range(var range)) {
                known.add(PortSet.of(range));
            } else {
                others.add(entry);
                any |= entry.known().isPresent();
            }
        }
        List<Entry<PortTerm>> joined = new ArrayList<>();
        if (!any) {
            known.stream().reduce(PortSet.EMPTY, PortSet::union).ranges()
                    .forEach(range -> joined.add(Entry.of(new PortTerm.Range(range))));
        }
        joined.addAll(new LinkedHashSet<>(others));
        return joined.size() < entries.size() ? List.copyOf(joined) : entries;
    }

    /// Leaves out names that others in the list cover.
    static List<Entry<FqdnPattern>> names(List<Entry<FqdnPattern>> entries) {
        List<Entry<FqdnPattern>> distinct = List.copyOf(new LinkedHashSet<>(entries));
        List<FqdnPattern> wildcards = distinct.stream().flatMap(entry -> entry.known().stream())
                .filter(FqdnPattern::isWildcard).toList();
        List<Entry<FqdnPattern>> kept = distinct.stream().filter(entry -> entry.known()
                .filter(name -> wildcards.stream().anyMatch(wide -> !wide.equals(name) && wide.covers(name)))
                .isEmpty()).toList();
        return kept.size() < entries.size() ? kept : entries;
    }
}
