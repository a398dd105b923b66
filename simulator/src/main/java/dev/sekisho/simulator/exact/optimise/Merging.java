package dev.sekisho.simulator.exact.optimise;

import dev.sekisho.model.firewall.ApplicationProtocol;
import dev.sekisho.model.firewall.ApplicationRule;
import dev.sekisho.model.firewall.ApplicationRuleCollection;
import dev.sekisho.model.firewall.NetworkDestinations;
import dev.sekisho.model.firewall.NetworkProtocol;
import dev.sekisho.model.firewall.NetworkRule;
import dev.sekisho.model.firewall.NetworkRuleCollection;
import dev.sekisho.model.firewall.Rule;
import dev.sekisho.model.firewall.SourceSide;
import dev.sekisho.model.term.ResourceRef;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/// Joins rules of one collection that differ in one list. They have one action, so their order says nothing but which of
/// them is logged (`FW-4`); the first one's name stays.
///
/// @param usable the IP groups that are described and have members; a rule with another one may be switched off by it
///        (`FW-26`) and is joined with nothing
record Merging(Predicate<ResourceRef> usable) implements RuleLists.Rewriting {
    private static final Set<NetworkProtocol> WITH_PORTS = EnumSet.of(NetworkProtocol.TCP, NetworkProtocol.UDP);

    @Override
    public List<NetworkRule> network(NetworkRuleCollection collection) {
        return repeat(collection.rules(), List.of(
                new Way<>(this::byDestination, Merging::destinations),
                new Way<>(this::bySource, Merging::sources),
                new Way<>(this::byPort, Merging::ports),
                new Way<>(this::byProtocol, Merging::protocols)));
    }

    @Override
    public List<ApplicationRule> application(ApplicationRuleCollection collection) {
        return repeat(collection.rules(), List.of(
                new Way<>(this::byName, Merging::names),
                new Way<>(this::bySourceOfNames, Merging::sources),
                new Way<>(this::byApplicationProtocol, Merging::protocols)));
    }

    /// A list that may differ.
    ///
    /// @param key what has to be equal, where a rule can be joined in this way at all
    /// @param join the rule of both
    private record Way<R extends Rule>(Function<R, Optional<Object>> key, BinaryOperator<R> join) {

        List<R> apply(List<R> rules) {
            Map<Object, R> joined = new LinkedHashMap<>();
            for (R rule : rules) {
                Object place = key.apply(rule).orElseGet(Object::new);
                joined.merge(place, rule, join);
            }
            return List.copyOf(joined.values());
        }
    }

    private static <R extends Rule> List<R> repeat(List<R> rules, List<Way<R>> ways) {
        List<R> now = rules;
        int before;
        do {
            before = now.size();
            for (Way<R> way : ways) {
                now = way.apply(now);
            }
        } while (now.size() < before);
        return now;
    }

    private boolean isJoinable(NetworkRule rule) {
        return !rule.sources().isEmpty() && !rule.destinations().isEmpty() && !rule.destinationPorts().isEmpty()
                && !rule.protocols().isEmpty() && rule.sources().ipGroups().stream().allMatch(usable)
                && rule.destinations().ipGroups().stream().allMatch(usable);
    }

    private static <T> Set<T> set(List<T> list) {
        return new HashSet<>(list);
    }

    private static Object key(SourceSide side) {
        return List.of(set(side.addresses()), set(side.ipGroups()));
    }

    private static Object key(NetworkDestinations side) {
        return List.of(set(side.addresses()), set(side.ipGroups()), set(side.fqdns()));
    }

    private Optional<Object> byDestination(NetworkRule rule) {
        return isJoinable(rule) && rule.destinations().fqdns().isEmpty()
                ? Optional.of(List.of(set(rule.protocols()), key(rule.sources()), set(rule.destinationPorts())))
                : Optional.empty();
    }

    private Optional<Object> bySource(NetworkRule rule) {
        return isJoinable(rule)
                ? Optional.of(List.of(set(rule.protocols()), key(rule.destinations()), set(rule.destinationPorts())))
                : Optional.empty();
    }

    private Optional<Object> byPort(NetworkRule rule) {
        return isJoinable(rule)
                ? Optional.of(List.of(set(rule.protocols()), key(rule.sources()), key(rule.destinations())))
                : Optional.empty();
    }

    /// Without ports there is another meaning (`FW-17`, `FW-18`), so TCP and UDP alone are joined.
    private Optional<Object> byProtocol(NetworkRule rule) {
        return isJoinable(rule) && WITH_PORTS.containsAll(rule.protocols())
                ? Optional.of(List.of(set(rule.destinationPorts()), key(rule.sources()), key(rule.destinations())))
                : Optional.empty();
    }

    private static NetworkRule destinations(NetworkRule one, NetworkRule other) {
        return joined(one, other, one.sources(),
                new NetworkDestinations(
                        Terms.addresses(both(one.destinations().addresses(), other.destinations().addresses())),
                        both(one.destinations().ipGroups(), other.destinations().ipGroups()), List.of()));
    }

    private static NetworkRule sources(NetworkRule one, NetworkRule other) {
        return joined(one, other, both(one.sources(), other.sources()), one.destinations());
    }

    private static NetworkRule ports(NetworkRule one, NetworkRule other) {
        return new NetworkRule(one.name(), description(one, other), one.protocols(), one.sources(),
                one.destinations(), Terms.ports(both(one.destinationPorts(), other.destinationPorts())), one.at());
    }

    private static NetworkRule protocols(NetworkRule one, NetworkRule other) {
        return new NetworkRule(one.name(), description(one, other), both(one.protocols(), other.protocols()),
                one.sources(), one.destinations(), one.destinationPorts(), one.at());
    }

    private static NetworkRule joined(NetworkRule one, NetworkRule other, SourceSide sources,
            NetworkDestinations destinations) {
        return new NetworkRule(one.name(), description(one, other), one.protocols(), sources, destinations,
                one.destinationPorts(), one.at());
    }

    private boolean isJoinable(ApplicationRule rule) {
        return !rule.sources().isEmpty() && !rule.protocols().isEmpty() && !rule.hasNoTarget()
                && rule.sources().ipGroups().stream().allMatch(usable);
    }

    private static Object otherTargets(ApplicationRule rule) {
        return List.of(set(rule.targetUrls()), set(rule.fqdnTags()), set(rule.webCategories()),
                rule.destinationAddresses(), rule.terminateTls());
    }

    private Optional<Object> byName(ApplicationRule rule) {
        boolean byNameAlone = rule.targetUrls().isEmpty() && rule.fqdnTags().isEmpty()
                && rule.webCategories().isEmpty();
        return isJoinable(rule) && byNameAlone
                ? Optional.of(List.of(set(rule.protocols()), key(rule.sources()), otherTargets(rule)))
                : Optional.empty();
    }

    private Optional<Object> bySourceOfNames(ApplicationRule rule) {
        return isJoinable(rule)
                ? Optional.of(List.of(set(rule.protocols()), set(rule.targetFqdns()), otherTargets(rule)))
                : Optional.empty();
    }

    /// An FQDN tag goes with protocols of its own (`FW-42`), and SQL with rules of its own (`FW-45`).
    private Optional<Object> byApplicationProtocol(ApplicationRule rule) {
        boolean web = rule.fqdnTags().isEmpty() && rule.protocols().stream()
                .noneMatch(protocol -> protocol.type() == ApplicationProtocol.Type.MSSQL);
        return isJoinable(rule) && web
                ? Optional.of(List.of(key(rule.sources()), set(rule.targetFqdns()), otherTargets(rule)))
                : Optional.empty();
    }

    private static ApplicationRule names(ApplicationRule one, ApplicationRule other) {
        return new ApplicationRule(one.name(), description(one, other), one.protocols(), one.sources(),
                Terms.names(both(one.targetFqdns(), other.targetFqdns())), one.targetUrls(), one.fqdnTags(),
                one.webCategories(), one.destinationAddresses(), one.terminateTls(), one.at());
    }

    private static ApplicationRule sources(ApplicationRule one, ApplicationRule other) {
        return new ApplicationRule(one.name(), description(one, other), one.protocols(),
                both(one.sources(), other.sources()), one.targetFqdns(), one.targetUrls(), one.fqdnTags(),
                one.webCategories(), one.destinationAddresses(), one.terminateTls(), one.at());
    }

    private static ApplicationRule protocols(ApplicationRule one, ApplicationRule other) {
        return new ApplicationRule(one.name(), description(one, other), both(one.protocols(), other.protocols()),
                one.sources(), one.targetFqdns(), one.targetUrls(), one.fqdnTags(), one.webCategories(),
                one.destinationAddresses(), one.terminateTls(), one.at());
    }

    private static SourceSide both(SourceSide one, SourceSide other) {
        return new SourceSide(Terms.addresses(both(one.addresses(), other.addresses())),
                both(one.ipGroups(), other.ipGroups()));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(new LinkedHashSet<>(all));
    }

    private static String description(Rule one, Rule other) {
        boolean said = other.description().isEmpty() || one.description().contains(other.description());
        return said ? one.description()
                : one.description().isEmpty() ? other.description() : one.description() + "; " + other.description();
    }
}
