package dev.sekisho.cli.json;

import dev.sekisho.simulator.inbound.InboundReport;
import dev.sekisho.simulator.inbound.InboundRow;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;
import java.util.Optional;

/// A Service of a cluster seen from a place, as programs read it.
///
/// @param service namespace and name, or `node ports`
/// @param place what the place is called, with the part of its clients that is meant
/// @param kind `network`, `peered`, `other`, `onprem`, `internet`, `internetThroughFirewall` and so on
/// @param wanted whether these clients are to reach it
/// @param reach `reachable`, `partly`, `notReachable` or `unknown`
/// @param reply `Symmetric`, `Asymmetric`, `Lost` or `Unknown`; absent where nothing arrives
/// @param met whether it is as wanted
public record InboundRowJson(String service, String port, String place, String kind, boolean wanted, String reach,
        Optional<String> reply, boolean met, String why, Optional<String> fix, Optional<String> witness) {

    /// Returns the rows of a report, in its order.
    public static List<InboundRowJson> of(InboundReport report) {
        return report.rows().stream().map(InboundRowJson::of).toList();
    }

    private static InboundRowJson of(InboundRow row) {
        return new InboundRowJson(row.service(), row.port(), row.place(), row.kind(), row.wanted(),
                row.reach().text(), row.reply().map(Reply.Way::text), row.met(), row.why(), row.fix(), row.witness());
    }
}
