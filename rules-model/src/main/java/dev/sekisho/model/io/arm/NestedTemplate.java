package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.Node;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What the declaration of a nested deployment says about its template.
///
/// Sources: learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates and deploy-to-resource-group
final class NestedTemplate {
    private NestedTemplate() {}

    /// The template, if it stands in the file; one that stands elsewhere is reported.
    static Optional<Node.Mapping> of(Evaluation evaluation, Node.Mapping properties, SourceLocation at,
            Function<Node, Value> evaluate) {
        Optional<Node> template = Fields.get(properties, "template");
        if (template.isPresent() && template.get() instanceof Node.Mapping inline) {
            return Optional.of(inline);
        }
        if (template.isPresent() && evaluate.apply(template.get()) instanceof Members made) {
            evaluation.budget().spend(made.size());
            return Optional.of(NodeValues.mapping(made));
        }
        Optional<Node.Mapping> link = Fields.mapping(properties, "templateLink");
        String where = link.flatMap(mapping -> Fields.text(mapping, "relativePath")
                .or(() -> Fields.text(mapping, "uri")).or(() -> Fields.text(mapping, "id"))).orElse("");
        evaluation.diagnostics().warning("TEMPLATE_NOT_READ", link.map(Node::at).orElse(at),
                "the template of this deployment stands elsewhere" + (where.isEmpty() ? "" : ", at "
                        + Quotation.of(where)) + "; what it deploys is not read",
                "give that template too, or compile both into one file");
        return Optional.empty();
    }

    /// Whether expressions in the template see its own parameters and variables only. Otherwise they see those around.
    static boolean isInner(Node.Mapping properties) {
        return Fields.mapping(properties, "expressionEvaluationOptions")
                .flatMap(options -> Fields.text(options, "scope"))
                .filter("inner"::equalsIgnoreCase).isPresent();
    }

    /// Where the resources of the nested deployment go.
    static Target target(Target around, Node.Mapping declaration, Function<Node, Value> evaluate) {
        Optional<Value> group = Fields.get(declaration, "resourceGroup").map(evaluate);
        Optional<Value> subscription = Fields.get(declaration, "subscriptionId").map(evaluate);
        Optional<Value> scope = Fields.get(declaration, "scope").map(evaluate);
        if (group.isPresent()) {
            return new Target(Target.Level.RESOURCE_GROUP, subscription.orElse(around.subscription()), group.get());
        }
        if (subscription.isPresent()) {
            return new Target(Target.Level.SUBSCRIPTION, subscription.get(), around.resourceGroup());
        }
        return scope.map(value -> scoped(around, value)).orElse(around);
    }

    private static Target scoped(Target around, Value scope) {
        if (!(scope instanceof Value.Text(SourceLocation at, String text))) {
            return around;
        }
        String[] segments = text.split("/", -1);
        if (text.toLowerCase(Locale.ROOT).startsWith("/subscriptions/") && segments.length >= 3) {
            Value subscription = new Value.Text(at, segments[2]);
            return segments.length >= 5
                    ? new Target(Target.Level.RESOURCE_GROUP, subscription, new Value.Text(at, segments[4]))
                    : new Target(Target.Level.SUBSCRIPTION, subscription, around.resourceGroup());
        }
        Target.Level level = text.equals("/") ? Target.Level.TENANT
                : text.toLowerCase(Locale.ROOT).contains("managementgroups") ? Target.Level.MANAGEMENT_GROUP
                        : around.level();
        return new Target(level, around.subscription(), around.resourceGroup());
    }
}
