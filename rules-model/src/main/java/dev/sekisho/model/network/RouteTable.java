package dev.sekisho.model.network;

import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.List;

/// A route table: the user-defined routes of the subnets that it is attached to.
///
/// @param disableBgpRoutePropagation when true, the subnet gets no gateway-learned routes (`R-13`)
public record RouteTable(String name, boolean disableBgpRoutePropagation, List<Route> routes, SourceLocation at) {
    public RouteTable {
        routes = List.copyOf(routes);
    }
}
