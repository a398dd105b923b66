package dev.sekisho.simulator.explain;

import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.simulator.verdict.Assumption;
import dev.sekisho.simulator.verdict.PathVerdict;
import dev.sekisho.simulator.verdict.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A path in plain lines for people: the verdict, then every step with the rule of behaviour that it follows and the
/// place that it was written at.
public final class TraceText {
    private static final int STAGE_WIDTH = 24;

    private TraceText() {}

    /// Writes a verdict; lines end with `\n`.
    public static String render(PathVerdict path) {
        List<String> lines = new ArrayList<>();
        lines.add(path.toString());
        path.basis().possibilities().forEach(possibility -> lines.add("  " + possibility));
        lines.add("");
        path.basis().steps().forEach(step -> addStep(lines, step));
        addAssumptions(lines, path);
        addDiagnostics(lines, path.basis().diagnostics());
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /// Writes a step and those that it consists of.
    public static List<String> lines(Step step) {
        List<String> lines = new ArrayList<>();
        addStep(lines, step);
        return lines.stream().map(String::stripTrailing).toList();
    }

    private static void addStep(List<String> lines, Step step) {
        lines.add(pad(step.stage()) + step.text() + suffix(step));
        step.parts().forEach(part -> lines.add(pad("") + "- " + part.text() + suffix(part)));
    }

    private static void addAssumptions(List<String> lines, PathVerdict path) {
        if (path.basis().assumptions().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Rests on readings of what Azure leaves open:");
        for (Assumption assumption : path.basis().assumptions()) {
            lines.add(String.format("  %-7s %s", assumption.number(), assumption.reading()));
        }
    }

    private static void addDiagnostics(List<String> lines, List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty()) {
            return;
        }
        lines.add("");
        diagnostics.forEach(diagnostic -> lines.add(diagnostic.severity() + " " + diagnostic.code() + ": "
                + diagnostic.problem() + (diagnostic.at().isKnown() ? " at " + diagnostic.at() : "")));
    }

    private static String suffix(Step step) {
        String rules = step.rules().isEmpty() ? "" : "  [" + String.join(", ", step.rules()) + "]";
        return rules + (step.at().isKnown() ? "  " + step.at() : "");
    }

    private static String pad(String stage) {
        return stage.length() >= STAGE_WIDTH ? stage + "  " : stage + " ".repeat(STAGE_WIDTH - stage.length());
    }
}
