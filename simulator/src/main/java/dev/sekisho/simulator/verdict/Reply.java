package dev.sekisho.simulator.verdict;

import java.util.Optional;

/// The way of the replies. A stateful firewall drops packets of connections that it saw only one side of, so replies
/// must come back the way that the flow went.
///
/// @param route route by which the replies leave the destination, or the firewall's subnet where that one goes wrong;
///        absent where no route is asked or none is known
public record Reply(Way way, Optional<RouteVerdict> route) {

    /// How the way back compares with the way there.
    public enum Way {
        /// Through the same firewall, or through none as the flow.
        SYMMETRIC("Symmetric"),
        /// Past the firewall that saw the flow, or through one that did not.
        ASYMMETRIC("Asymmetric"),
        /// Nowhere: a route without a next hop, a shut peering, or the Internet for a private address.
        LOST("Lost"),
        /// The routes of the destination are not described.
        UNKNOWN("Unknown");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        /// Returns the name that reports and test files use.
        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Returns a way that no route decides.
    public static Reply of(Way way) {
        return new Reply(way, Optional.empty());
    }

    /// Tells whether replies reach the sender, as far as anybody knows.
    public boolean arrives() {
        return switch (way) {
            case SYMMETRIC, UNKNOWN -> true;
            case ASYMMETRIC, LOST -> false;
        };
    }

    @Override
    public String toString() {
        return way + route.map(r -> ": " + r).orElse("");
    }
}
