package dev.sekisho.model.term;

import dev.sekisho.model.address.PortRange;

/// What a port list of a rule may hold: the asterisk or a range. They differ in more than size, because a network rule
/// with protocol `Any` covers protocols without ports only when its port is the asterisk (`FW-17`).
public sealed interface PortTerm {

    /// The asterisk.
    enum Any implements PortTerm {
        ANY;

        @Override
        public String toString() {
            return "*";
        }
    }

    /// One port or an inclusive range of them.
    record Range(PortRange range) implements PortTerm {
        @Override
        public String toString() {
            return range.toString();
        }
    }
}
