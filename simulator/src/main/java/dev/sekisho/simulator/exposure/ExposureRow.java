package dev.sekisho.simulator.exposure;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.verdict.Reply;
import java.util.Optional;

/// One Service seen from one place.
///
/// @param service namespace and name
/// @param port protocol and port that clients use: `tcp:80`
/// @param place where the clients are
/// @param why what decides: a rule, a route, a missing peering
/// @param reply the way of the replies; absent where nothing arrives
/// @param fix what would mend a lost reply
/// @param witness a client for which it holds, as `from ADDRESS to ADDRESS:PORT`
/// @param at the Service in its manifest
public record ExposureRow(String service, String port, Place place, Reach reach, String why,
        Optional<Reply.Way> reply, Optional<String> fix, Optional<String> witness, SourceLocation at) {

    /// Tells whether somebody there can use the Service: reaches it, and gets an answer as far as anybody knows.
    public boolean isUsable() {
        boolean answered = reply.isEmpty() || reply.get() == Reply.Way.SYMMETRIC || reply.get() == Reply.Way.UNKNOWN;
        return (reach == Reach.REACHABLE || reach == Reach.PARTLY) && answered;
    }
}
