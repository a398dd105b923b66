package dev.sekisho.simulator.exposure.way;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.WellKnownRanges;
import dev.sekisho.simulator.exposure.entrance.Entrances;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.AddressClasses;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.view.Views;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The public addresses that clients inside of networks show to the Internet. Where nobody says which, they stand one for
/// each class that the rules and ranges around a frontend tell apart.
public final class PublicAddresses {
    private final Views views;
    private final AddressClasses classes;
    private final Entrances entrances;
    private final Map<Frontend, Optional<List<IpAddress>>> known = new IdentityHashMap<>();

    public PublicAddresses(Views views, AddressClasses classes, Entrances entrances) {
        this.views = views;
        this.classes = classes;
        this.entrances = entrances;
    }

    /// The addresses of the subnet's NAT gateway; empty where there is none, or not all of them are known.
    List<IpAddress> shownBy(Place.Start start) {
        return views.subnet(start.network(), start.subnet()).flatMap(view -> view.subnet().natGateway())
                .filter(nat -> nat.publicIps().stream().allMatch(entry -> entry.known().isPresent()))
                .map(nat -> nat.publicIps().stream().flatMap(entry -> entry.known().stream()).toList())
                .orElse(List.of());
    }

    /// One address of each class that may matter at a frontend; absent where there are too many.
    Optional<List<IpAddress>> any(Frontend frontend) {
        return known.computeIfAbsent(frontend, _ -> {
            List<AddressSet> also = new ArrayList<>(entrances.told(frontend));
            also.add(frontend.kept());
            AddressClasses.Classes parts = classes.of(WellKnownRanges.PUBLIC.ipv4(), also);
            return parts.complete()
                    ? Optional.of(parts.all().stream().flatMap(part -> part.first().stream()).toList())
                    : Optional.empty();
        });
    }
}
