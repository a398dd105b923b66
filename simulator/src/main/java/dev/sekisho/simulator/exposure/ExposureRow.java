package dev.sekisho.simulator.exposure;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One way into a cluster seen from one place.
///
/// @param service namespace and name of a Service, or `API server of CLUSTER`
/// @param port protocol and port that clients use: `tcp:80`
/// @param entry by what they come in
/// @param place where the clients are
/// @param why what decides: a rule, a route, a missing peering
/// @param reply the way of the replies; absent where nothing arrives
/// @param mend what would mend a lost reply or an open verdict
/// @param witness a client for which it holds, as `from ADDRESS to ADDRESS:PORT`
/// @param parts what each class of clients gets; together they are all clients of the place
/// @param assumptions readings that it rests on
/// @param at the Service in its manifest
public record ExposureRow(String service, String port, Entry entry, Place place, Reach reach, String why,
        Optional<Reply.Way> reply, Optional<Mend> mend, Optional<String> witness, List<Part> parts,
        Set<Assumption> assumptions, SourceLocation at) {

    /// What a class of clients gets.
    ///
    /// @param reach never partly
    /// @param reply absent where nothing arrives
    /// @param behindGateway whether they reach it by ways with an Application Gateway alone
    public record Part(AddressSet clients, Reach reach, String why, Optional<Reply.Way> reply,
            boolean behindGateway) {}

    public ExposureRow {
        parts = List.copyOf(parts);
        assumptions = Set.copyOf(assumptions);
    }

    /// Returns the same for another Service that is alike.
    ExposureRow of(String otherService, SourceLocation place) {
        return new ExposureRow(otherService, port, entry, this.place, reach, why, reply, mend, witness, parts,
                assumptions, place);
    }

    /// Tells whether somebody there can use it: reaches it, and gets an answer as far as anybody knows.
    public boolean isUsable() {
        boolean answered = reply.isEmpty() || reply.get() == Reply.Way.SYMMETRIC || reply.get() == Reply.Way.UNKNOWN;
        return (reach == Reach.REACHABLE || reach == Reach.PARTLY) && answered;
    }

    /// Returns the clients who get something for certain.
    AddressSet clients(Reach wanted) {
        return AddressSet.unionOf(parts.stream().filter(part -> part.reach() == wanted).map(Part::clients).toList());
    }
}
