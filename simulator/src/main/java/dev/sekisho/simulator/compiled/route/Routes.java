package dev.sekisho.simulator.compiled.route;

/// The numbers that prefixes lead to.
final class Routes {
    private Routes() {}

    static int[] positions(int count) {
        int[] routes = new int[count];
        for (int i = 0; i < count; i++) {
            routes[i] = i;
        }
        return routes;
    }

    /// @throws IllegalArgumentException if there are not `prefixCount` routes or one is negative
    static void check(int prefixCount, int[] routes) {
        if (routes.length != prefixCount) {
            throw new IllegalArgumentException(prefixCount + " prefixes, but " + routes.length + " routes");
        }
        for (int route : routes) {
            if (route < 0) {
                throw new IllegalArgumentException("route " + route + " is negative");
            }
        }
    }
}
