package dev.sekisho.simulator.exact.space;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.diagram.Diagrams;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.IndexSet;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The classes of flows that some regions tell apart, on ordered axes: destination, source, kind, port, name, path, and
/// behind them one axis for each question, with the answers no and yes.
///
/// Destinations come first, because rules differ most in them.
public final class FlowSpace {
    /// The axis of destination addresses.
    public static final int DESTINATION = 0;
    /// The axis of source addresses.
    public static final int SOURCE = 1;
    /// The axis of [FlowKind].
    public static final int KIND = 2;
    /// The axis of ports.
    public static final int PORT = 3;
    /// The axis of names; its first class holds the flows without a name.
    public static final int NAME = 4;
    /// The axis of paths.
    public static final int PATH = 5;
    /// The first axis of a question.
    public static final int QUESTIONS = 6;

    private static final int MOST_QUESTIONS = 2_000;
    private static final IndexSet BOTH_ANSWERS = IndexSet.range(0, 1);
    private static final List<IpAddress> HOST = Stream.of("168.63.129.16", "169.254.169.254").map(IpAddress::parse)
            .toList();
    private static final List<FlowKind> KINDS = List.of(FlowKind.values());
    private static final List<IpAddress> PLEASANT_SOURCES = Stream.of("10.0.0.4", "10.1.0.4", "2001:db8::4")
            .map(IpAddress::parse).toList();
    private static final List<IpAddress> PLEASANT_DESTINATIONS = Stream.of("203.0.113.10", "10.0.0.10", "2001:db8::10")
            .map(IpAddress::parse).toList();
    private static final List<FlowKind> PLEASANT_NAMED = List.of(FlowKind.HTTPS, FlowKind.HTTP, FlowKind.MSSQL,
            FlowKind.TCP, FlowKind.UDP);
    private static final List<FlowKind> PLEASANT = List.of(FlowKind.TCP, FlowKind.UDP, FlowKind.HTTPS, FlowKind.HTTP,
            FlowKind.MSSQL, FlowKind.ICMP);

    private final AddressAxis destinations;
    private final AddressAxis sources;
    private final PortAxis ports;
    private final NameAxis names;
    private final PathAxis paths;
    private final Map<Question, Integer> questions = new LinkedHashMap<>();
    private final Map<AddressSet, IndexSet> destinationIndices = new IdentityHashMap<>();
    private final Map<AddressSet, IndexSet> sourceIndices = new IdentityHashMap<>();

    /// Creates the space in which each of some regions is a box.
    public FlowSpace(Iterable<Region> regions) {
        Set<AddressSet> to = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<AddressSet> from = Collections.newSetFromMap(new IdentityHashMap<>());
        List<PortSet> someports = new ArrayList<>();
        List<NameSet> somenames = new ArrayList<>();
        List<PathSet> somepaths = new ArrayList<>();
        for (Region region : regions) {
            to.add(region.destinations());
            from.add(region.sources());
            someports.add(region.ports());
            somenames.add(region.names());
            somepaths.add(region.paths());
            region.given().forEach(question -> questions.putIfAbsent(question, QUESTIONS + questions.size()));
        }
        if (questions.size() > MOST_QUESTIONS) {
            throw new TooLarge(questions.size() + " things are not known, such as whether "
                    + questions.keySet().iterator().next().ifYes());
        }
        this.destinations = new AddressAxis(to, PLEASANT_DESTINATIONS);
        this.sources = new AddressAxis(from, PLEASANT_SOURCES);
        this.ports = new PortAxis(someports);
        this.names = new NameAxis(somenames);
        this.paths = new PathAxis(somepaths);
    }

    /// Returns diagrams over the space, none yet.
    public Diagrams diagrams() {
        int[] sizes = new int[QUESTIONS + questions.size()];
        sizes[DESTINATION] = destinations.size();
        sizes[SOURCE] = sources.size();
        sizes[KIND] = KINDS.size();
        sizes[PORT] = ports.size();
        sizes[NAME] = names.size();
        sizes[PATH] = paths.size();
        for (int axis = QUESTIONS; axis < sizes.length; axis++) {
            sizes[axis] = 2;
        }
        return new Diagrams(sizes);
    }

    /// Returns a region as a box.
    ///
    /// @throws IllegalArgumentException if the space was made without the region's names or questions
    public IndexBox box(Region region) {
        List<IndexSet> sets = new ArrayList<>(QUESTIONS + questions.size());
        sets.add(destinationIndices.computeIfAbsent(region.destinations(), destinations::indices));
        sets.add(sourceIndices.computeIfAbsent(region.sources(), sources::indices));
        sets.add(IndexSet.ofBits(KindSet.of(region.kinds()).bits()));
        sets.add(ports.indices(region.ports()));
        sets.add(names.indices(region.names()));
        sets.add(paths.indices(region.paths()));
        for (int i = 0; i < questions.size(); i++) {
            sets.add(BOTH_ANSWERS);
        }
        for (Question question : region.given()) {
            Integer axis = questions.get(question);
            if (axis == null) {
                throw new IllegalArgumentException("the space does not know whether " + question.ifYes());
            }
            sets.set(axis, IndexSet.of(1));
        }
        return new IndexBox(sets);
    }

    /// Returns a region with the addresses, kinds and ports of a box, whatever its names, paths and answers.
    public Region around(IndexBox box) {
        return Region.ALL.from(sources.addresses(box.on(SOURCE))).to(destinations.addresses(box.on(DESTINATION)))
                .speaking(kinds(box.on(KIND)), ports.ports(box.on(PORT)));
    }

    /// Returns the point that a flow with a destination address is at, with every question answered no.
    public int[] point(Flow flow) {
        int[] point = new int[QUESTIONS + questions.size()];
        point[DESTINATION] = destinations.index(flow.destination().orElseThrow());
        point[SOURCE] = sources.index(flow.source());
        point[KIND] = kind(flow).ordinal();
        point[PORT] = flow.destinationPort().isPresent() ? ports.index(flow.destinationPort().getAsInt()) : 0;
        point[NAME] = names.index(flow.destinationName().flatMap(Fqdn::tryParse));
        point[PATH] = paths.index(flow.application().flatMap(ApplicationData::url).map(FlowSpace::path).orElse("/"));
        return point;
    }

    private static String path(String url) {
        int slash = url.indexOf('/');
        return slash < 0 ? "/" : url.substring(slash);
    }

    private static FlowKind kind(Flow flow) {
        Optional<FlowKind> application = flow.application().map(ApplicationData::protocol).map(FlowKind::of)
                .filter(kind -> kind.protocol().equals(flow.protocol()));
        return application.orElseGet(() -> KINDS.stream()
                .filter(kind -> kind.application().isEmpty() && kind.protocol().equals(flow.protocol())).findFirst()
                .orElse(FlowKind.OTHER));
    }

    /// Returns the addresses of some classes of sources.
    public AddressSet sources(IndexSet indices) {
        return sources.addresses(indices);
    }

    /// Returns the addresses of some classes of destinations.
    public AddressSet destinations(IndexSet indices) {
        return destinations.addresses(indices);
    }

    /// Returns the ports of some classes.
    public PortSet ports(IndexSet indices) {
        return ports.ports(indices);
    }

    /// Returns one name of some classes, or nothing where they hold the flows without a name alone.
    public Optional<String> name(IndexSet indices) {
        return names.example(indices);
    }

    /// Returns the names of some classes as patterns, each with its exceptions.
    public List<String> names(IndexSet indices) {
        return names.describe(indices);
    }

    /// Returns a box for people to read. Kinds without ports are left out of a box that is about some ports only; they are
    /// in a box of their own wherever they belong.
    public FlowBox describe(IndexBox box) {
        PortSet somePorts = ports.ports(box.on(PORT));
        Set<FlowKind> kinds = kinds(box.on(KIND));
        Set<FlowKind> withPorts = EnumSet.copyOf(kinds);
        withPorts.removeIf(kind -> !kind.hasPorts());
        boolean anyName = box.on(NAME).size() == names.size();
        boolean anyPath = box.on(PATH).size() == paths.size();
        return new FlowBox(sources.addresses(box.on(SOURCE)), filled(destinations.addresses(box.on(DESTINATION))),
                somePorts.isAny() || withPorts.isEmpty() ? kinds : withPorts, somePorts,
                anyName ? List.of() : names.describe(box.on(NAME)),
                anyPath ? List.of() : paths.describe(box.on(PATH)));
    }

    /// Holes that are a single address of the host are filled: no route leads there (`R-20`), and nobody wants to read of it.
    private static AddressSet filled(AddressSet addresses) {
        AddressSet filled = addresses;
        for (IpAddress host : HOST) {
            boolean hole = host.previous().filter(addresses::contains).isPresent()
                    && host.next().filter(addresses::contains).isPresent();
            filled = hole ? filled.union(AddressSet.of(host)) : filled;
        }
        return filled;
    }

    private static Set<FlowKind> kinds(IndexSet indices) {
        Set<FlowKind> kinds = EnumSet.noneOf(FlowKind.class);
        indices.stream().mapToObj(KINDS::get).forEach(kinds::add);
        return kinds;
    }

    /// Returns one flow of a box, one that reads well.
    public Flow example(IndexBox box) {
        Optional<String> name = names.example(box.on(NAME));
        Set<FlowKind> kinds = kinds(box.on(KIND));
        if (ports.ports(box.on(PORT)).isAny() && kinds.equals(FlowKind.ALL)) {
            kinds = FlowKind.ANY_TCP;
        }
        Set<FlowKind> possible = kinds;
        FlowKind kind = (name.isPresent() ? PLEASANT_NAMED : PLEASANT).stream().filter(possible::contains).findFirst()
                .orElseGet(() -> possible.iterator().next());
        OptionalInt port = kind.hasPorts() ? OptionalInt.of(ports.example(box.on(PORT))) : OptionalInt.empty();
        return flow(sources.example(box.on(SOURCE)), destinations.example(box.on(DESTINATION)), kind, port, name,
                paths.example(box.on(PATH)));
    }

    /// Returns the flow with these parts, with the name in every place that shows one.
    public static Flow flow(IpAddress source, IpAddress destination, FlowKind kind, OptionalInt port,
            Optional<String> name, String path) {
        Optional<ApplicationData> data = kind.application().map(protocol -> new ApplicationData(protocol,
                protocol == ApplicationData.Protocol.HTTP ? Optional.empty() : name,
                protocol == ApplicationData.Protocol.MSSQL ? Optional.empty()
                        : name.map(host -> port.isPresent() ? host + ":" + port.getAsInt() : host),
                protocol == ApplicationData.Protocol.MSSQL ? Optional.empty() : name.map(host -> host + path)));
        return new Flow(source, Optional.of(destination), name, kind.protocol(), port, data, Flow.Marks.NONE);
    }
}
