package dev.sekisho.simulator.inbound;

import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.verdict.Reply;
import java.util.Optional;

/// One Service seen from one place, or from a part of it, beside what was wanted.
///
/// @param service namespace and name, or `node ports`
/// @param port protocol and port that clients use: `tcp:443`
/// @param place what the place is called, with the part of its clients that is meant
/// @param kind word for the kind of place, such as `peered`; `probes` for Azure's health probes
/// @param wanted whether these clients are to reach it
/// @param why what decides
/// @param reply the way of the replies; absent where nothing arrives
/// @param fix what would mend a lost reply
/// @param witness a client for which it holds
public record InboundRow(String service, String port, String place, String kind, boolean wanted, Reach reach,
        String why, Optional<Reply.Way> reply, Optional<String> fix, Optional<String> witness) {

    /// Tells whether it is as wanted: every wanted client gets in and gets an answer, of the others nobody gets in.
    public boolean met() {
        return wanted ? reach == Reach.REACHABLE && reply.filter(Reply.Way.SYMMETRIC::equals).isPresent()
                : reach == Reach.NOT_REACHABLE;
    }
}
