package dev.sekisho.generator.format;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.environment.GeneratedText;

/// The line that stands in every generated file. A file that carries it is ours, and may be replaced.
///
/// It holds no time and no machine, so that the same input gives the same bytes.
///
/// @param version version of Sekisho
/// @param origin what the file was made from: a cluster and the date of the catalogue, or the names of files
public record GeneratedMark(String version, String origin) {
    /// Returns the mark of a plan's files.
    public static GeneratedMark of(DeploymentPlan plan, String version) {
        return new GeneratedMark(version, plan.intent().name() + ", catalogue " + plan.catalogueDate());
    }

    /// Tells whether a line of the text carries a mark, of whatever version and origin.
    public static boolean isIn(String text) {
        return GeneratedText.origin(text).isPresent();
    }

    @Override
    public String toString() {
        return GeneratedText.mark(version + " from " + origin);
    }
}
