package dev.sekisho.cli.command;

import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.kubernetes.KubernetesWriter;
import dev.sekisho.generator.plan.DeploymentPlan;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.io.tree.SourceFile;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.inbound.InboundProof;
import dev.sekisho.simulator.inbound.InboundReport;

/// Proves the ways in of a plan by the manifests as they are written, read back.
final class InboundWays {
    private InboundWays() {}

    static InboundReport prove(DeploymentPlan plan, Environment planned) {
        if (plan.inbound().isEmpty()) {
            return InboundReport.NONE;
        }
        Diagnostics diagnostics = new Diagnostics();
        OutputFile file = new KubernetesWriter(Version.number()).write(plan).files().getFirst();
        Manifests manifests = ManifestReader.read(SourceFile.of(file.path(), file.text()), diagnostics);
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException("manifests that were written do not read back: " + diagnostics);
        }
        return InboundProof.of(planned, plan.intent(), manifests);
    }
}
