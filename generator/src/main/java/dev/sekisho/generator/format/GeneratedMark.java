package dev.sekisho.generator.format;

import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.environment.GeneratedText;

/// The line that stands in every generated file. A file that carries it is ours, and may be replaced.
///
/// It holds no time and no machine, so that the same input gives the same bytes.
///
/// @param version version of Sekisho
/// @param cluster name of the cluster that the file was made from
/// @param catalogueDate date of the catalogue's facts, ISO form
public record GeneratedMark(String version, String cluster, String catalogueDate) {
    /// Returns the mark of a plan's files.
    public static GeneratedMark of(DeploymentPlan plan, String version) {
        return new GeneratedMark(version, plan.intent().name(), plan.catalogueDate());
    }

    /// Tells whether a line of the text carries a mark, of whatever version and cluster.
    public static boolean isIn(String text) {
        return GeneratedText.origin(text).isPresent();
    }

    @Override
    public String toString() {
        return GeneratedText.mark(version + " from " + cluster + ", catalogue " + catalogueDate);
    }
}
