package dev.sekisho.simulator.match;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.term.Entry;
import dev.sekisho.model.term.PortTerm;
import dev.sekisho.simulator.world.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Whether a port is in a rule's list.
public final class Ports {
    private Ports() {}

    /// Compares a port with a list.
    ///
    /// @param port the flow's port; absent where it is not known
    public static FieldMatch match(Field field, List<Entry<PortTerm>> entries, OptionalInt port) {
        if (entries.isEmpty()) {
            return FieldMatch.no(field, "the rule has no " + field);
        }
        if (hasAsterisk(entries)) {
            return FieldMatch.yes(field, "any port");
        }
        List<Question> open = new ArrayList<>();
        for (Entry<PortTerm> entry : entries) {
            switch (entry) {
                case Entry.Known<PortTerm>(PortTerm term) -> {
                    if (covers(term, port)) {
                        return FieldMatch.yes(field, portText(port) + " is in " + term);
                    }
                    if (port.isEmpty()) {
                        open.add(Question.contains(term, "the " + field));
                    }
                }
                case Entry.Unknown<PortTerm> unknown -> open.add(Question.contains(unknown, portText(port)));
                case Entry.Malformed<PortTerm> _ -> {}
            }
        }
        return open.isEmpty()
                ? FieldMatch.no(field, portText(port) + " is not in it")
                : FieldMatch.unknown(field, open, "nobody knows whether " + open.getFirst().ifYes());
    }

    /// Tells whether `*` is in a list.
    public static boolean hasAsterisk(List<Entry<PortTerm>> entries) {
        for (Entry<PortTerm> entry : entries) {
            if (entry instanceof Entry.Known<PortTerm>(PortTerm.Any _)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(PortTerm term, OptionalInt port) {
        return switch (term) {
            case PortTerm.Any _ -> true;
            case PortTerm.Range(PortRange range) -> port.isPresent()
                    ? range.contains(port.getAsInt())
                    : range.first() <= 1 && range.last() == PortRange.HIGHEST;
        };
    }

    private static String portText(OptionalInt port) {
        return port.isPresent() ? "port " + port.getAsInt() : "the port";
    }
}
