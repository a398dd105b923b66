package dev.sekisho.cli.text;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.simulator.exact.space.FlowBox;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.proof.NeedPart;
import java.util.ArrayList;
import java.util.List;

/// Sets of flows in lines that fit a terminal: of each long list the first few and how many more there are, broken between
/// words. JSON output lists all.
final class Lines {
    private static final int WIDEST = 110;
    private static final int FEW = 4;
    private static final String INDENT = "    ";

    private Lines() {}

    /// Returns flows in short: sources, destinations, names, paths, protocol and ports.
    static String of(FlowBox flows) {
        String ports = flows.kinds().stream().anyMatch(FlowKind::hasPorts) ? ":" + few(flows.ports())
                : "";
        return few(flows.sources()) + " -> " + few(flows.destinations())
                + (flows.names().isEmpty() ? "" : " as " + few(flows.names()))
                + (flows.paths().isEmpty() ? "" : " at " + few(flows.paths())) + " " + flows.protocol() + ports;
    }

    /// Returns a part of a need in short.
    static String of(NeedPart part) {
        String to = part.names().isEmpty() ? few(split(part.destinations().toString())) : few(part.names());
        return few(split(part.sources().toString())) + " -> " + to + " " + String.join(", ", part.protocols())
                + (part.ports().isAny() ? "" : ":" + few(part.ports()));
    }

    private static String few(AddressSet addresses) {
        return few(split(FlowBox.text(addresses)));
    }

    private static String few(PortSet ports) {
        return few(split(ports.toString())).replace(", ", ",");
    }

    private static List<String> split(String list) {
        return List.of(list.split(",\\s*"));
    }

    /// Returns the first few of a list, and how many more there are where that is more than one.
    static String few(List<String> all) {
        return first(all, FEW);
    }

    /// Returns the first ones of a list, and how many more there are where that is more than one.
    static String first(List<String> all, int most) {
        return all.size() <= most + 1 ? String.join(", ", all)
                : String.join(", ", all.subList(0, most)) + " and " + (all.size() - most) + " more";
    }

    /// Breaks a text into lines between words. Lines after the first are indented; a word that is wider than a line has one of
    /// its own.
    static String wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        String margin = text.substring(0, text.length() - text.stripLeading().length());
        for (String word : text.strip().split(" +")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(margin).append(INDENT).append(word);
            } else {
                line.append(line.isEmpty() ? margin : " ").append(word);
            }
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }
}
