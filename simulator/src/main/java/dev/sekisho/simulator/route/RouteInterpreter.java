package dev.sekisho.simulator.route;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.term.Entry;
import dev.sekisho.simulator.verdict.Basis;
import dev.sekisho.simulator.verdict.HopType;
import dev.sekisho.simulator.verdict.Notes;
import dev.sekisho.simulator.verdict.RouteSource;
import dev.sekisho.simulator.verdict.RouteVerdict;
import dev.sekisho.simulator.verdict.Step;
import dev.sekisho.simulator.verdict.Verdicts;
import dev.sekisho.simulator.view.SubnetView;
import dev.sekisho.simulator.world.World;
import java.util.Optional;
import java.util.Set;

/// Chooses the route of a subnet towards a destination, by reading all routes one by one.
public final class RouteInterpreter {
    /// Addresses of the host itself, which no route reaches (`R-20`).
    public static final Set<IpAddress> PLATFORM = Set.of(IpAddress.parse("168.63.129.16"),
            IpAddress.parse("169.254.169.254"));

    private RouteInterpreter() {}

    /// A route that was chosen.
    ///
    /// @param nextHop the appliance as the route names it, for that hop type alone
    public record Choice(RouteVerdict verdict, Optional<Entry<IpAddress>> nextHop) {}

    /// Returns the route towards a destination.
    public static RouteVerdict select(SubnetView view, IpAddress destination) {
        return Verdicts.route(world -> choose(view, destination, Optional.empty(), world).verdict());
    }

    /// Returns the route towards a destination in one world.
    ///
    /// @param name the name that the address stands for, where it is known; it tells whether a service endpoint whose
    ///        prefixes are not known covers it
    public static Choice choose(SubnetView view, IpAddress destination, Optional<Fqdn> name, World world) {
        if (isPlatform(destination)) {
            Notes notes = new Notes(false);
            notes.step(Step.of("route", destination + " is an address of the host: no route applies", "R-20"));
            return new Choice(platform(notes.basis()), Optional.empty());
        }
        return new RouteChoice(view, destination, name, world).choose();
    }

    /// Tells whether the address belongs to the host itself.
    public static boolean isPlatform(IpAddress address) {
        return PLATFORM.contains(address);
    }

    private static RouteVerdict platform(Basis basis) {
        return new RouteVerdict(HopType.PLATFORM, Optional.empty(), RouteSource.PLATFORM, Optional.empty(),
                Optional.empty(), basis);
    }
}
