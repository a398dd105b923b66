package dev.sekisho.simulator.exposure;

import dev.sekisho.simulator.verdict.Reply;
import java.util.Optional;

/// What one client gets.
///
/// @param reach reachable, not reachable, or unknown; never partly
/// @param reply the way of the replies; absent where nothing arrives
record Answer(Reach reach, String why, Optional<Reply.Way> reply, Optional<String> fix) {

    static Answer no(String why) {
        return new Answer(Reach.NOT_REACHABLE, why, Optional.empty(), Optional.empty());
    }

    static Answer unknown(String why) {
        return new Answer(Reach.UNKNOWN, why, Optional.empty(), Optional.empty());
    }

    static Answer yes(String why, Reply.Way reply) {
        return new Answer(Reach.REACHABLE, why, Optional.of(reply), Optional.empty());
    }

    Answer withFix(String text) {
        return new Answer(reach, why, reply, Optional.of(text));
    }

    Answer because(String more) {
        return new Answer(reach, why.isEmpty() ? more : why + "; " + more, reply, fix);
    }
}
