package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Reads deployment templates.
///
/// ```java
/// if (ArmTemplate.isTemplate(node)) {
///     List<AzureResource> resources = ArmTemplate
///             .evaluate(node, parameterFiles, DeploymentContext.UNSAID, diagnostics).resources();
/// }
/// ```
///
/// Nothing throws for bad input, and no template takes unbounded time or memory: see
/// [dev.sekisho.model.io.arm.expression.Budget].
public final class ArmTemplate {
    /// Evaluation runs in a thread of its own with a stack this large, so that how deep a template may nest does not
    /// depend on the caller.
    private static final long STACK = 128L << 20;

    private ArmTemplate() {}

    /// Whether a file is a deployment template: its schema says so, or it has the parts of one.
    public static boolean isTemplate(Node file) {
        if (!(file instanceof Node.Mapping mapping)) {
            return false;
        }
        Optional<String> schema = schema(mapping);
        return schema.isPresent() && schema.get().contains("deploymenttemplate.json")
                || schema.isEmpty() && Fields.get(mapping, "contentVersion").isPresent()
                        && Fields.get(mapping, "resources").isPresent();
    }

    /// Whether a file gives values to the parameters of a template.
    public static boolean isParameterFile(Node file) {
        if (!(file instanceof Node.Mapping mapping)) {
            return false;
        }
        Optional<String> schema = schema(mapping);
        return schema.isPresent() && schema.get().contains("deploymentparameters.json")
                || schema.isEmpty() && Fields.get(mapping, "contentVersion").isPresent()
                        && Fields.get(mapping, "parameters").isPresent()
                        && Fields.get(mapping, "resources").isEmpty();
    }

    private static Optional<String> schema(Node.Mapping file) {
        return Fields.text(file, "$schema").map(text -> text.toLowerCase(Locale.ROOT));
    }

    /// Evaluates a template.
    ///
    /// @param parameterFiles files with values for its parameters; a later file wins over an earlier one
    public static EvaluatedTemplate evaluate(Node template, List<Node> parameterFiles, DeploymentContext context,
            Diagnostics diagnostics) {
        if (!(template instanceof Node.Mapping mapping)) {
            diagnostics.error("WRONG_TYPE", template.at(), "a template is a mapping, but this is " + template.kind(),
                    "");
            return new EvaluatedTemplate(List.of(), List.of(), Node.nothing(template.at()));
        }
        FutureTask<EvaluatedTemplate> task = new FutureTask<>(
                () -> new Evaluation(context, diagnostics).run(mapping, List.copyOf(parameterFiles)));
        Thread.ofPlatform().name("template").stackSize(STACK).start(task);
        return result(task);
    }

    private static EvaluatedTemplate result(FutureTask<EvaluatedTemplate> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException fault ? fault : new CompletionException(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
