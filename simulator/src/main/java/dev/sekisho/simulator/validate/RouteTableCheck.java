package dev.sekisho.simulator.validate;

import dev.sekisho.model.environment.ValidationCode;
import dev.sekisho.model.network.Route;
import dev.sekisho.model.network.RouteTable;
import java.util.List;

/// Checks a route table on its own (`R-12`, `R-17`, `R-18`).
final class RouteTableCheck {
    private static final int MOST_ROUTES = 400;
    private static final int MOST_TAGS = 25;

    private RouteTableCheck() {}

    static void check(RouteTable table, Findings findings) {
        List<Route> known = table.routes().stream().filter(route -> route.destination().known().isPresent()).toList();
        for (Route route : Repeated.<Route>by(r -> r.destination().known(), known)) {
            findings.error(ValidationCode.DUPLICATE_PREFIX, route.at(),
                    "the route '" + route.name() + "' has the prefix " + route.destination()
                            + " of an earlier route of the table '" + table.name() + "'",
                    "keep one of them");
        }
        for (Route route : Repeated.<Route>by(r -> r.name().toLowerCase(java.util.Locale.ROOT), table.routes())) {
            findings.error(ValidationCode.DUPLICATE_NAME, route.at(),
                    "the table '" + table.name() + "' has another route named '" + route.name() + "'", "rename one");
        }
        LimitCheck.atMost(MOST_ROUTES, table.routes().size(), "routes in the table '" + table.name() + "'", table.at(),
                findings);
        long tags = known.stream().filter(route -> route.destination().known()
                .filter(Route.Destination.Tag.class::isInstance).isPresent()).count();
        LimitCheck.atMost(MOST_TAGS, tags, "routes by service tag in the table '" + table.name() + "'", table.at(),
                findings);
    }
}
