package dev.sekisho.cli.json;

import dev.sekisho.cli.json.DiagnosticRow.Place;
import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.IpPrefix;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;
import java.util.Optional;

/// A way into a cluster seen from a place, as programs read it.
///
/// @param service namespace and name, or `API server of CLUSTER`
/// @param entry `internalLoadBalancer`, `publicLoadBalancer`, `nodePort`, `ingress`, `apiServer` or `none`
/// @param place what the place is called
/// @param kind `network`, `peered`, `other`, `onprem`, `internet`, `internetThroughFirewall`, `applicationGateway` or
///        `privateLink`
/// @param reach `reachable`, `partly`, `notReachable` or `unknown`
/// @param reply `Symmetric`, `Asymmetric`, `Lost` or `Unknown`; absent where nothing arrives
/// @param fix what would mend it, and `source`, the page that says so
/// @param clients for `partly`, who can reach it
/// @param assumptions numbers of the readings that it rests on
/// @param forbidden whether `--forbid` names the place and somebody there can reach it
public record ExposureRowJson(String service, String port, String entry, String place, String kind, String reach,
        String why, Optional<String> reply, Optional<String> fix, Optional<String> source, Optional<String> witness,
        List<String> clients, List<String> assumptions, boolean forbidden, Optional<Place> at) {

    public static ExposureRowJson of(ExposureRow row, boolean forbidden) {
        List<String> clients = row.reach() != Reach.PARTLY ? List.of()
                : AddressSet.unionOf(row.parts().stream().filter(part -> part.reach() == Reach.REACHABLE)
                        .map(ExposureRow.Part::clients).toList()).prefixes().stream().map(IpPrefix::toString).toList();
        return new ExposureRowJson(row.service(), row.port(), row.entry().text(), row.place().name(),
                row.place().kind().text(), row.reach().text(), row.why(), row.reply().map(Reply.Way::text),
                row.mend().map(Mend::text), row.mend().map(Mend::source).filter(text -> !text.isEmpty()),
                row.witness(), clients, row.assumptions().stream().map(Assumption::number).sorted().toList(), forbidden,
                Place.of(row.at()));
    }
}
