package dev.sekisho.simulator.exact.lint.finding;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Findings that somebody looked at and accepted, each with the reason.
///
/// One line for each: the code, the rule as `policy/group/collection/rule`, where an asterisk at the end stands for anything,
/// and the reason. Empty lines and lines that begin with `#` say nothing.
///
/// @param entries in the order written
public record Suppressions(List<Entry> entries) {
    /// Nothing is accepted.
    public static final Suppressions NONE = new Suppressions(List.of());

    public Suppressions {
        entries = List.copyOf(entries);
    }

    /// One accepted finding, or several of one code.
    public record Entry(String code, String rule, String reason, SourceLocation at) {
        boolean covers(Finding finding) {
            boolean named = rule.endsWith("*") ? finding.rule().startsWith(rule.substring(0, rule.length() - 1))
                    : finding.rule().equalsIgnoreCase(rule);
            return named && finding.code().equals(code);
        }

        @Override
        public String toString() {
            return code + " " + rule + " " + reason;
        }
    }

    /// What remains, and what is accepted.
    ///
    /// @param unused a warning for each entry that no finding needs
    public record Result(List<Finding> findings, List<Accepted> accepted, List<Diagnostic> unused) {
        public Result {
            findings = List.copyOf(findings);
            accepted = List.copyOf(accepted);
            unused = List.copyOf(unused);
        }
    }

    /// A finding with the reason why it is accepted.
    public record Accepted(Finding finding, String reason) {}

    /// Reads the lines of a file.
    ///
    /// @param file the name of the file, for problems
    /// @param problems collects lines that cannot be read
    public static Suppressions parse(String file, List<String> lines, List<Diagnostic> problems) {
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, lines.size()).forEach(i -> {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            SourceLocation at = SourceLocation.of(file, i + 1, 1);
            String[] words = line.split("\\s+", 3);
            if (words.length < 3) {
                problems.add(Diagnostic.error("SUPPRESSION", at, "a suppression without a reason: " + line)
                        .withRemedy("write the code, the rule as policy/group/collection/rule, and why it is right"));
            } else {
                entries.add(new Entry(words[0], words[1], words[2], at));
            }
        });
        return new Suppressions(entries);
    }

    /// Takes the accepted findings out.
    public Result applyTo(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        List<Entry> used = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Entry> entry = entries.stream().filter(e -> e.covers(finding)).findFirst();
            entry.ifPresentOrElse(e -> {
                accepted.add(new Accepted(finding, e.reason()));
                used.add(e);
            }, () -> kept.add(finding));
        }
        List<Diagnostic> unused = entries.stream().filter(entry -> !used.contains(entry))
                .map(entry -> Diagnostic.warning("UNUSED_SUPPRESSION", entry.at(),
                        "nothing is found that this accepts: " + entry.code() + " " + entry.rule())
                        .withRemedy("remove the line"))
                .toList();
        return new Result(kept, accepted, unused);
    }
}
