package dev.sekisho.simulator.compiled.clause;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.address.Ipv6Address;
import dev.sekisho.model.name.FqdnPattern;
import dev.sekisho.simulator.compiled.name.NamePartition;
import dev.sekisho.simulator.compiled.rules.field.AddressPartition;
import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.field.Ipv6Partition;
import dev.sekisho.simulator.compiled.rules.field.Service;
import dev.sekisho.simulator.compiled.rules.field.ServicePartition;
import dev.sekisho.simulator.compiled.rules.table.ClassCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The classes of everything that a flow says, the same for all lists of rules, so that each field of a flow is looked up
/// once. They tell apart whatever the interpreter does (`compiled.distinction`), so that what becomes of a flow depends on
/// its classes alone.
///
/// @param sources IPv4 sources; the classes of IPv6 sources are counted on behind them
/// @param destinations IPv4 destinations; IPv6 is counted on behind them, and the last class is that of no address
/// @param services IP protocols and ports
/// @param applications application protocols, as the constants number them, and ports
public record FlowClasses(AddressPartition sources, Ipv6Partition wideSources, AddressPartition destinations,
        Ipv6Partition wideDestinations, ServicePartition services, ServicePartition applications,
        NamePartition names) {
    /// No application traffic.
    public static final byte NO_APPLICATION = 0;
    /// Application protocols.
    public static final byte HTTP = 1, HTTPS = 2, MSSQL = 3;

    /// What they take in memory, in bytes.
    public long bytes() {
        return sources.bytes() + wideSources.bytes() + destinations.bytes() + wideDestinations.bytes()
                + services.bytes() + applications.bytes() + names.bytes();
    }

    /// The class of a source of either family.
    public int sourceClass(IpAddress address) {
        return switch (address) {
            case Ipv4Address(int bits) -> sources.classOf(bits);
            case Ipv6Address wide -> sources.classCount() + wideSources.classOf(wide);
        };
    }

    /// The class of a destination of either family.
    public int destinationClass(IpAddress address) {
        return switch (address) {
            case Ipv4Address(int bits) -> destinations.classOf(bits);
            case Ipv6Address wide -> destinations.classCount() + wideDestinations.classOf(wide);
        };
    }

    /// The class of flows to a name whose address is not given.
    public int noDestination() {
        return destinations.classCount() + wideDestinations.classCount();
    }

    /// How many classes there are for network rules.
    public ClassCounts networkCounts() {
        return new ClassCounts(sources.classCount(), destinations.classCount(), services.classCount());
    }

    /// How many classes there are for application rules.
    public ClassCounts applicationCounts() {
        return new ClassCounts(sources.classCount(), names.classCount(), applications.classCount());
    }

    /// The names that any of some patterns matches.
    public ClassSet namesOf(List<FqdnPattern> patterns) {
        return ClassSet.of(patterns.stream().map(names::members)
                .flatMapToInt(set -> IntStream.range(0, set.size()).map(set::at)).toArray());
    }

    /// Collects what the classes must tell apart.
    public static final class Collector {
        private final List<AddressSet> sources = new ArrayList<>();
        private final List<AddressSet> destinations = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Service> applications = new ArrayList<>();
        private final List<FqdnPattern> names = new ArrayList<>();

        /// Tells sources in the set from those outside.
        public void source(AddressSet set) {
            sources.add(set);
        }

        /// Tells destinations in the set from those outside.
        public void destination(AddressSet set) {
            destinations.add(set);
        }

        /// Tells protocols and ports in the service from others.
        public void service(Service service) {
            services.add(service);
        }

        /// Tells application protocols and ports in the service from others.
        public void application(Service application) {
            applications.add(application);
        }

        /// Tells names that match each of the patterns from others.
        public void names(List<FqdnPattern> patterns) {
            names.addAll(patterns);
        }

        /// Tells apart whatever the boxes do.
        public void network(Clauses<AddressSet> clauses) {
            clauses.all().forEach(clause -> {
                sources.add(clause.sources());
                destinations.add(clause.destinations());
                services.add(clause.service());
            });
        }

        /// Tells apart whatever the boxes do.
        public void application(Clauses<List<FqdnPattern>> clauses) {
            clauses.all().forEach(clause -> {
                sources.add(clause.sources());
                names.addAll(clause.destinations());
                applications.add(clause.service());
            });
        }

        /// The classes.
        public FlowClasses space() {
            return new FlowClasses(AddressPartition.of(sources), Ipv6Partition.of(sources),
                    AddressPartition.of(destinations), Ipv6Partition.of(destinations), ServicePartition.of(services),
                    ServicePartition.of(applications), NamePartition.of(names));
        }
    }
}
