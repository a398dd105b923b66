package dev.sekisho.simulator.compiled.rules;

import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.compiled.rules.field.AddressPartition;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.field.Partitions;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.rules.field.ServicePartition;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import dev.sekisho.simulator.compiled.rules.table.Cube;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Some of the rules of a list, over classes of services that only they tell apart.
record ServiceGroup(ServicePartition services, FirstMatch rules) {
    /// With more combinations of protocols and ports the rules go into several groups, if they can.
    private static final long MANY_COMBINATIONS = 1 << 14;

    /// Groups the rules: all in one, or those for any source port in one and the others in as many as it takes.
    static List<ServiceGroup> of(List<RuleBox> rules, AddressPartition sources, AddressPartition destinations,
            long mostBytes) {
        ClassSet noServices = ClassSet.all(0);
        List<ServiceGroup> groups = new ArrayList<>();
        for (int[] some : split(rules, Partitions.upTo(rules.size()))) {
            ServicePartition services = ServicePartition.of(services(rules, some));
            ClassCounts counts = new ClassCounts(sources.classCount(), destinations.classCount(),
                    services.classCount());
            boolean[] taken = new boolean[rules.size()];
            for (int rule : some) {
                taken[rule] = true;
            }
            List<Cube> cubes = IntStream.range(0, rules.size()).mapToObj(rule -> new Cube(
                    sources.members(rules.get(rule).sources()), destinations.members(rules.get(rule).destinations()),
                    taken[rule] ? services.members(rules.get(rule).service()) : noServices)).toList();
            groups.add(new ServiceGroup(services, FirstMatch.compile(counts, cubes, mostBytes)));
        }
        return List.copyOf(groups);
    }

    private static List<int[]> split(List<RuleBox> rules, int[] some) {
        List<PortSet> ports = IntStream.of(some).mapToObj(rule -> rules.get(rule).sourcePorts()).distinct().toList();
        if (ports.size() <= 1 || ServicePartition.combinations(services(rules, some)) <= MANY_COMBINATIONS) {
            return List.of(some);
        }
        Collection<PortSet> chosen = ports.contains(PortSet.ANY)
                ? List.of(PortSet.ANY)
                : new HashSet<>(ports.subList(0, ports.size() / 2));
        List<int[]> groups = new ArrayList<>();
        for (boolean wanted : new boolean[]{true, false}) {
            groups.addAll(split(rules, IntStream.of(some)
                    .filter(rule -> chosen.contains(rules.get(rule).sourcePorts()) == wanted).toArray()));
        }
        return groups;
    }

    private static List<Service> services(List<RuleBox> rules, int[] some) {
        return IntStream.of(some).mapToObj(rule -> rules.get(rule).service()).toList();
    }
}
