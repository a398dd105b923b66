package dev.sekisho.generator.format;

import dev.sekisho.generator.plan.DeploymentPlan;

/// Writes a plan in one format. The same plan gives the same bytes, on every machine and at every time.
public interface Writer {
    /// Returns the format that this writer writes.
    OutputFormat format();

    /// Writes the whole plan, or refuses: a writer never leaves out in silence what its format cannot say.
    Output write(DeploymentPlan plan);
}
