package dev.sekisho.simulator.exposure;

import dev.sekisho.simulator.exposure.answer.Answer;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entrance;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.entrance.Frontend;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.verdict.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What becomes of one client at one way in, step by step.
///
/// @param service namespace and name of the Service, or `API server of CLUSTER`
/// @param to what the client connects to; absent where there is nothing
/// @param mend what would mend it, with its source
public record InboundTrace(String service, String port, Entry entry, Place place, Optional<String> to, Reach reach,
        String why, Optional<Reply.Way> reply, Optional<Mend> mend, List<Step> steps, Set<Assumption> assumptions) {
    public InboundTrace {
        steps = List.copyOf(steps);
        assumptions = Set.copyOf(assumptions);
    }

    static InboundTrace of(Entrance entrance, Place place, Answer answer) {
        return new InboundTrace(entrance.subject(), entrance.port(), entrance.entry(), place,
                entrance.frontends().stream().findFirst().map(Frontend::text), answer.reach(), answer.why(),
                answer.reply(), answer.mend(), answer.steps(), answer.assumptions());
    }
}
