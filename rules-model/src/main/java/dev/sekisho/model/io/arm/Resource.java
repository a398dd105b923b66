package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One resource of a deployment; of a loop, one of its copies. Its body is evaluated when it is asked for.
final class Resource {
    private static final String DEPLOYMENTS = "Microsoft.Resources/deployments";

    /// What a template says about a resource without being a part of it.
    private static final Set<String> NO_PARTS = Set.of("type", "name", "apiversion", "copy", "condition", "dependson",
            "resources", "comments", "scope", "existing", "import", "extension", "resourcegroup", "subscriptionid");

    private final Deployment deployment;
    private final Node.Mapping declaration;
    private final Optional<String> symbol;
    private final Frame frame;
    private final String type;
    private final Value name;
    private final Value id;
    private final Lazy<Members> body = new Lazy<>(this::evaluateBody);
    private final Lazy<Value> condition = new Lazy<>(this::evaluateCondition);
    private final Lazy<Optional<Deployment>> nested = new Lazy<>(this::evaluateNested);

    /// Whether a resource is deployed.
    enum Condition {
        ALWAYS, NEVER, OPEN
    }

    private Resource(Deployment deployment, Node.Mapping declaration, Optional<String> symbol, Frame frame, String type,
            Value name, Optional<Resource> parent) {
        this.deployment = deployment;
        this.declaration = declaration;
        this.symbol = symbol;
        this.frame = frame;
        this.type = type;
        this.name = name;
        this.id = Fields.get(declaration, "scope").map(this::value).filter(_ -> !isDeployment())
                .map(this::extensionId).orElseGet(() -> ownId(parent));
    }

    /// Makes the resource of a declaration, or reports why it is none.
    ///
    /// @param parent the resource in whose declaration this one stands
    static Optional<Resource> of(Deployment deployment, Node.Mapping declaration, Optional<String> symbol,
            Optional<Resource> parent, Frame frame) {
        TreeEvaluator trees = deployment.scope().trees();
        SourceLocation at = declaration.at();
        Value type = Fields.get(declaration, "type").map(node -> trees.value(node, frame))
                .orElse(new Value.Nothing(at));
        if (!(type instanceof Value.Text(_, String typeText))) {
            deployment.evaluation().diagnostics().warning("TEMPLATE_RESOURCE_TYPE", type.at(),
                    "the type of a resource is a text, but this is " + type.kind() + "; the resource is not read", "");
            return Optional.empty();
        }
        Value name = Fields.get(declaration, "name").map(node -> trees.value(node, frame))
                .orElseGet(() -> Value.Unknown.of(at, "the name of " + symbol.orElse("a resource without name")));
        if (parent.isEmpty()) {
            return Optional.of(new Resource(deployment, declaration, symbol, frame, typeText, name, parent));
        }
        Resource above = parent.get();
        // A child that names a provider has a type of its own; otherwise its type and name continue those of the parent.
        boolean full = typeText.indexOf('.') >= 0 && typeText.indexOf('.') < typeText.indexOf('/');
        String fullType = full ? typeText : above.type + "/" + typeText;
        boolean fullName = full && PathNames.split(name).size() == Target.nameCount(fullType);
        TextParts joined = new TextParts();
        joined.add(above.name);
        joined.add("/");
        joined.add(name);
        return Optional.of(new Resource(deployment, declaration, symbol, frame, fullType,
                fullName ? name : joined.at(name.at()), parent));
    }

    /// What two ids have in common if they mean the same resource.
    static String key(Value id) {
        return switch (id) {
            case Value.Unknown unknown -> Members.fold(unknown.asPart());
            case Value.Text(_, String text) -> Members.fold(text);
            case Value other -> Notation.expression(other);
        };
    }

    private Value value(Node node) {
        return deployment.scope().trees().value(node, frame);
    }

    private Value extensionId(Value scope) {
        TextParts parts = new TextParts();
        if (scope instanceof Value.Text(_, String text) && !text.startsWith("/")) {
            parts.add(deployment.target().id(scope.at()));
            parts.add("/providers/");
        }
        return parts.add(scope) ? Target.appended(parts, type, names()).at(name.at()) : ownId(Optional.empty());
    }

    private Value ownId(Optional<Resource> parent) {
        List<Value> names = names();
        if (names.size() == Target.nameCount(type)) {
            return place().id(name.at(), type, names);
        }
        return Value.Unknown.of(name.at(), "the id of " + type + " " + nameText()
                + parent.map(above -> " in " + above).orElse(""));
    }

    /// The names of the resource and its parents, one for each segment of the type.
    private List<Value> names() {
        return PathNames.split(name);
    }

    /// A nested deployment itself stands where it says, other resources where their deployment does.
    private Target place() {
        return isDeployment() ? innerTarget() : deployment.target();
    }

    SourceLocation at() {
        return declaration.at();
    }

    Deployment deployment() {
        return deployment;
    }

    Optional<String> symbol() {
        return symbol;
    }

    String type() {
        return type;
    }

    Value name() {
        return name;
    }

    Value id() {
        return id;
    }

    /// The full name as a text; parts that are unknown stand in it as `${…}`.
    String nameText() {
        return switch (name) {
            case Value.Unknown unknown -> unknown.asPart();
            case Value other -> TextParts.plain(other).orElseGet(() -> Notation.expression(other));
        };
    }

    boolean isDeployment() {
        return type.equalsIgnoreCase(DEPLOYMENTS);
    }

    boolean isExisting() {
        return Fields.isTrue(declaration, "existing");
    }

    /// Whether it is a resource of Azure and not one of something else that Bicep can deploy to.
    boolean isOfAzure() {
        Optional<String> extension = Fields.text(declaration, "import")
                .or(() -> Fields.text(declaration, "extension"));
        extension.ifPresent(other -> deployment.evaluation().diagnostics().note("TEMPLATE_EXTENSION", at(),
                Quotation.of(type) + " is a resource of the extension " + Quotation.of(other)
                        + " and not of Azure; it is not read",
                ""));
        return extension.isEmpty();
    }

    Condition condition() {
        return switch (conditionValue()) {
            case Value.Truth(_, boolean holds) -> holds ? Condition.ALWAYS : Condition.NEVER;
            case Value.Text(_, String text) when text.equalsIgnoreCase("true") -> Condition.ALWAYS;
            case Value.Text(_, String text) when text.equalsIgnoreCase("false") -> Condition.NEVER;
            case Value _ -> Condition.OPEN;
        };
    }

    /// The condition as an expression, for messages.
    String openCondition() {
        return Notation.expression(conditionValue());
    }

    private Value conditionValue() {
        return condition.get(() -> Value.Unknown.of(at(), "a condition that depends on itself"));
    }

    private Value evaluateCondition() {
        return Fields.get(declaration, "condition").map(this::value).orElse(new Value.Truth(at(), true));
    }

    /// What the template says about the resource, in the shape of REST.
    Members body() {
        return body.get(() -> {
            deployment.evaluation().diagnostics().error("TEMPLATE_CYCLE", at(),
                    this + " depends on itself through reference()", "break the circle");
            return Members.of(at());
        });
    }

    private Members evaluateBody() {
        List<Member> members = new ArrayList<>();
        List<Value> names = names();
        members.add(Member.of("name", names.isEmpty() ? name : names.getLast()));
        members.add(Member.of("type", new Value.Text(at(), type)));
        for (Node.Entry entry : declaration.entries()) {
            if (!NO_PARTS.contains(Members.fold(entry.key().text()))
                    && !(isDeployment() && entry.key().text().equalsIgnoreCase("properties"))) {
                members.add(new Member(entry.key().at(), entry.key().text(), value(entry.value())));
            }
        }
        return Members.of(at(), members);
    }

    AzureResource toAzureResource() {
        Members evaluated = body();
        deployment.evaluation().budget().spend(evaluated.size());
        return new AzureResource(at(), type, nameText(),
                Optional.of(id instanceof Value.Unknown unknown ? unknown.asPart()
                        : TextParts.plain(id).orElseGet(() -> Notation.expression(id))),
                NodeValues.mapping(evaluated));
    }

    /// The deployment that this resource is, if it is one and its template is in the file.
    Optional<Deployment> nested() {
        return isDeployment() && !isExisting() && condition() != Condition.NEVER ? nested.get(Optional::empty)
                : Optional.empty();
    }

    /// Adds what this resource describes, whatever its condition.
    void describe(List<AzureResource> found) {
        if (isDeployment()) {
            nested.get(Optional::empty).ifPresent(inner -> inner.describe(found));
        } else if (isOfAzure()) {
            found.add(toAzureResource());
        }
    }

    private Optional<Deployment> evaluateNested() {
        Node.Mapping properties = Fields.mapping(declaration, "properties").orElse(Node.nothing(at()));
        Optional<Node.Mapping> template = NestedTemplate.of(deployment.evaluation(), properties, at(), this::value);
        if (template.isEmpty()) {
            return Optional.empty();
        }
        if (deployment.depth() >= Evaluation.DEEPEST_DEPLOYMENT) {
            deployment.evaluation().diagnostics().error("TEMPLATE_TOO_DEEP", at(),
                    "deployments are nested more than " + Evaluation.DEEPEST_DEPLOYMENT + " levels deep", "");
            return Optional.empty();
        }
        Optional<Arguments> arguments = NestedTemplate.isInner(properties)
                ? Optional.of(Arguments.of(Fields.mapping(properties, "parameters"), this::value))
                : Optional.empty();
        return Optional.of(deployment.nested(template.get(), innerTarget(), name, arguments, frame));
    }

    private Target innerTarget() {
        return NestedTemplate.target(deployment.target(), declaration, this::value);
    }

    @Override
    public String toString() {
        return type + " " + nameText();
    }
}
