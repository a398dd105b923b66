package dev.sekisho.cli.json;

import dev.sekisho.cli.json.DiagnosticRow.Place;
import dev.sekisho.simulator.exposure.InboundTrace;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.Step;
import java.util.List;
import java.util.Optional;

/// What becomes of a client of a Service, as programs read it.
///
/// @param result `reachable` where one of the ways is, else `unknown` or `notReachable`
/// @param ways each way in that the client's place has
public record InboundJson(String result, List<Way> ways) {

    /// One way in.
    public record Way(String service, String port, String entry, String place, String kind, Optional<String> to,
            String reach, String why, Optional<String> reply, Optional<String> fix, Optional<String> source,
            List<String> assumptions, List<StepRow> steps) {}

    /// One step, with those that it consists of.
    public record StepRow(String stage, String text, List<String> rules, Optional<Place> at, List<StepRow> parts) {
        static StepRow of(Step step) {
            return new StepRow(step.stage(), step.text(), step.rules(), Place.of(step.at()),
                    step.parts().stream().map(StepRow::of).toList());
        }
    }

    /// Returns the rows of traces.
    public static InboundJson of(List<InboundTrace> traces) {
        List<Reach> found = traces.stream().map(InboundTrace::reach).toList();
        Reach best = found.contains(Reach.REACHABLE) ? Reach.REACHABLE
                : found.contains(Reach.UNKNOWN) ? Reach.UNKNOWN : Reach.NOT_REACHABLE;
        return new InboundJson(best.text(), traces.stream().map(InboundJson::way).toList());
    }

    private static Way way(InboundTrace trace) {
        return new Way(trace.service(), trace.port(), trace.entry().text(), trace.place().name(),
                trace.place().kind().text(), trace.to(), trace.reach().text(), trace.why(),
                trace.reply().map(Reply.Way::text), trace.mend().map(Mend::text),
                trace.mend().map(Mend::source).filter(text -> !text.isEmpty()),
                trace.assumptions().stream().map(Assumption::number).sorted().toList(),
                trace.steps().stream().map(StepRow::of).toList());
    }
}
