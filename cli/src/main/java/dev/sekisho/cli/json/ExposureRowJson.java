package dev.sekisho.cli.json;

import dev.sekisho.cli.json.DiagnosticRow.Place;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.verdict.Reply;
import java.util.Optional;

/// A Service seen from a place, as programs read it.
///
/// @param place what the place is called
/// @param kind `network`, `peered`, `other`, `onprem`, `internet` or `internetThroughFirewall`
/// @param reach `reachable`, `partly`, `notReachable` or `unknown`
/// @param reply `Symmetric`, `Asymmetric`, `Lost` or `Unknown`; absent where nothing arrives
/// @param forbidden whether `--forbid` names the place and somebody there can reach the Service
public record ExposureRowJson(String service, String port, String place, String kind, String reach, String why,
        Optional<String> reply, Optional<String> fix, Optional<String> witness, boolean forbidden, Optional<Place> at) {

    public static ExposureRowJson of(ExposureRow row, boolean forbidden) {
        return new ExposureRowJson(row.service(), row.port(), row.place().name(), row.place().kind().text(),
                row.reach().text(), row.why(), row.reply().map(Reply.Way::text), row.fix(), row.witness(), forbidden,
                Place.of(row.at()));
    }
}
