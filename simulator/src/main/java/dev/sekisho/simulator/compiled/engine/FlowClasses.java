package dev.sekisho.simulator.compiled.engine;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NamePartition;
import dev.sekisho.simulator.compiled.rules.AddressPartition;
import dev.sekisho.simulator.compiled.rules.ClassCounts;
import dev.sekisho.simulator.compiled.rules.ClassSet;
import dev.sekisho.simulator.compiled.rules.Service;
import dev.sekisho.simulator.compiled.rules.ServicePartition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The classes of everything that a flow says, the same for all lists of rules, so that each field of a flow is looked up
/// once.
///
/// @param services IP protocols and ports
/// @param applications application protocols, as numbers of [FlowBatch], and ports
record FlowClasses(AddressPartition sources, AddressPartition destinations, ServicePartition services,
        ServicePartition applications, NamePartition names) {

    long bytes() {
        return sources.bytes() + destinations.bytes() + services.bytes() + applications.bytes() + names.bytes();
    }

    /// How many classes there are for network rules.
    ClassCounts networkCounts() {
        return new ClassCounts(sources.classCount(), destinations.classCount(), services.classCount());
    }

    /// How many classes there are for application rules.
    ClassCounts applicationCounts() {
        return new ClassCounts(sources.classCount(), names.classCount(), applications.classCount());
    }

    /// The names that any of some patterns matches.
    ClassSet namesOf(List<FqdnPattern> patterns) {
        return ClassSet.of(patterns.stream().map(names::members)
                .flatMapToInt(set -> IntStream.range(0, set.size()).map(set::at)).toArray());
    }

    /// Collects what the classes must tell apart.
    static final class Collector {
        private final List<AddressSet> sources = new ArrayList<>();
        private final List<AddressSet> destinations = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Service> applications = new ArrayList<>();
        private final List<FqdnPattern> names = new ArrayList<>();

        void source(AddressSet set) {
            sources.add(set);
        }

        void destination(AddressSet set) {
            destinations.add(set);
        }

        void names(List<FqdnPattern> patterns) {
            names.addAll(patterns);
        }

        void network(Clauses<AddressSet> clauses) {
            clauses.all().forEach(clause -> {
                sources.add(clause.sources());
                destinations.add(clause.destinations());
                services.add(clause.service());
            });
        }

        void application(Clauses<List<FqdnPattern>> clauses) {
            clauses.all().forEach(clause -> {
                sources.add(clause.sources());
                names.addAll(clause.destinations());
                applications.add(clause.service());
            });
        }

        FlowClasses space() {
            return new FlowClasses(AddressPartition.of(sources), AddressPartition.of(destinations),
                    ServicePartition.of(services), ServicePartition.of(applications), NamePartition.of(names));
        }
    }
}
