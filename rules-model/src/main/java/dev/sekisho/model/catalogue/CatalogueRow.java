package dev.sekisho.model.catalogue;

import dev.sekisho.model.catalogue.CatalogueSheet.Kind;
import dev.sekisho.model.cluster.Cloud;
import java.util.List;
import java.util.stream.Stream;

/// One line of a listing of the catalogue.
///
/// @param group feature of a requirement; empty for a service
/// @param need how much a cluster depends on a requirement; empty for a service
/// @param clouds clouds that have it
/// @param destinations what it leads to in the first of these clouds that has any
/// @param protocol protocols and ports, such as `https:443`
/// @param inForce whether it is in use on the catalogue's day in any cloud
/// @param summary purpose of a requirement, name of a service
public record CatalogueRow(Kind kind, String id, String group, String need, List<Cloud> clouds,
        List<String> destinations, String protocol, boolean inForce, String summary) {
    public CatalogueRow {
        clouds = List.copyOf(clouds);
        destinations = List.copyOf(destinations);
    }

    /// Returns all requirements, then all services, in the order of the catalogue.
    public static List<CatalogueRow> list(Catalogue catalogue) {
        return Stream.concat(catalogue.requirements().stream().map(entry -> of(catalogue, entry)),
                catalogue.services().stream().map(CatalogueRow::of)).toList();
    }

    private static CatalogueRow of(Catalogue catalogue, EgressRequirement entry) {
        List<String> destinations = entry.clouds().stream().map(entry::destinations).filter(list -> !list.isEmpty())
                .findFirst().orElse(List.of()).stream().map(Destination::toString).toList();
        return new CatalogueRow(Kind.REQUIREMENT, entry.id(), entry.feature(), entry.need().text(),
                List.copyOf(entry.clouds()), destinations,
                entry.onlyImplies() ? "" : entry.protocol() + ":" + entry.ports(),
                entry.clouds().stream().anyMatch(cloud -> catalogue.isInForce(entry, cloud)), entry.purpose());
    }

    private static CatalogueRow of(BackingService entry) {
        List<String> hosts = entry.hosts().values().stream().findFirst().orElse(List.of()).stream()
                .map(form -> form.host().text()).toList();
        String protocols = String.join(", ",
                entry.legs().stream().filter(ServiceLeg::usual).map(leg -> leg.protocol() + ":" + leg.ports())
                        .toList());
        return new CatalogueRow(Kind.SERVICE, entry.id(), "", "", List.copyOf(entry.hosts().keySet()), hosts,
                protocols, true, entry.name());
    }
}
