package dev.sekisho.cli.text;

import dev.sekisho.cli.terminal.Ink;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.explain.TraceText;
import dev.sekisho.simulator.exposure.InboundTrace;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.verdict.Reply;
import java.util.List;

/// Prints what becomes of a client of a Service: each way in with its steps, the ones that are open first.
public final class InboundText {
    private InboundText() {}

    /// Prints traces.
    public static void print(List<InboundTrace> traces, Streams streams) {
        for (Reach reach : List.of(Reach.REACHABLE, Reach.UNKNOWN, Reach.NOT_REACHABLE)) {
            traces.stream().filter(trace -> trace.reach() == reach).forEach(trace -> print(trace, streams));
        }
    }

    private static void print(InboundTrace trace, Streams streams) {
        Ink ink = switch (trace.reach()) {
            case REACHABLE -> Ink.GOOD;
            case NOT_REACHABLE -> Ink.FAINT;
            case UNKNOWN, PARTLY -> Ink.DOUBTFUL;
        };
        streams.out().println(ink.on(streams, ExposureText.words(trace.reach())) + ": " + trace.service() + " "
                + trace.port() + " (" + ExposureText.by(trace.entry()) + ") from " + trace.place().name()
                + trace.to().map(to -> " to " + to).orElse("")
                + trace.reply().map(way -> ", replies " + way.text()).orElse(""));
        streams.out().println("  " + trace.why());
        trace.steps().forEach(step -> TraceText.lines(step).forEach(line -> streams.out().println("  " + line)));
        trace.assumptions().stream().sorted().forEach(one -> streams.out().println("  presumed: " + one.number() + ": "
                + one.reading()));
        if (trace.reply().filter(way -> way != Reply.Way.SYMMETRIC).isPresent() || trace.reach() != Reach.REACHABLE) {
            trace.mend().ifPresent(mend -> streams.out().println("  help: " + mend));
        }
        streams.out().println();
    }
}
