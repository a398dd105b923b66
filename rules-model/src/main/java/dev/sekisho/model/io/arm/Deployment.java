package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One template at work: its resources and outputs, made when they are asked for.
final class Deployment {
    private final Evaluation evaluation;
    private final Node.Mapping template;
    private final Target target;
    private final Value name;
    private final int depth;
    private final Scope scope;
    private final Frame frame;
    private final Lazy<List<Resource>> resources = new Lazy<>(this::declared);
    private final Map<String, Lazy<Value>> outputs = new LinkedHashMap<>();
    private final Map<String, List<Resource>> bySymbol = new HashMap<>();
    private final Map<String, Resource> byName = new HashMap<>();

    private Deployment(Evaluation evaluation, Node.Mapping template, Target target, Value name,
            Optional<Deployment> around, Optional<Arguments> arguments, Frame frame) {
        this.evaluation = evaluation;
        this.template = template;
        this.target = target;
        this.name = name;
        this.depth = around.map(outer -> outer.depth + 1).orElse(0);
        this.frame = arguments.isPresent() ? Frame.EMPTY : frame;
        // An outer scope is the one around; only with a scope of its own has a template parameters of its own.
        this.scope = arguments.isEmpty() && around.isPresent() ? around.get().scope
                : new Scope(evaluation, template, arguments.orElseThrow(),
                        around.isEmpty() ? "" : " of the deployment " + Notation.expression(name),
                        DeploymentFunctions.of(this));
        for (Node.Entry output : Fields.entries(template, "outputs")) {
            outputs.put(Members.fold(output.key().text()), new Lazy<>(() -> output(output)));
        }
    }

    /// The deployment of the template that the user gives.
    static Deployment root(Evaluation evaluation, Node.Mapping template, Target target, Value name,
            Arguments arguments) {
        return new Deployment(evaluation, template, target, name, Optional.empty(), Optional.of(arguments),
                Frame.EMPTY);
    }

    /// A deployment inside of this one.
    ///
    /// @param arguments the values of its parameters; if there are none, its expressions are evaluated in the scope of
    ///        this one
    Deployment nested(Node.Mapping inner, Target innerTarget, Value innerName, Optional<Arguments> arguments,
            Frame around) {
        return new Deployment(evaluation, inner, innerTarget, innerName, Optional.of(this), arguments, around);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Target target() {
        return target;
    }

    Value name() {
        return name;
    }

    Scope scope() {
        return scope;
    }

    int depth() {
        return depth;
    }

    /// All resources with those that already exist, children behind their parents. While they are being made there are
    /// none.
    List<Resource> resources() {
        return resources.get(List::of);
    }

    private List<Resource> declared() {
        evaluation.begin();
        List<Resource> all = madeOfDeclarations();
        evaluation.end();
        return all;
    }

    private List<Resource> madeOfDeclarations() {
        List<Resource> all = new ArrayList<>();
        Node declarations = Fields.get(template, "resources").orElse(Node.nothing(template.at()));
        switch (declarations) {
            case Node.Sequence list -> list.items().forEach(item -> add(item, Optional.empty(), Optional.empty(), frame,
                    all));
            case Node.Mapping named -> named.entries().forEach(entry -> add(entry.value(),
                    Optional.of(entry.key().text()), Optional.empty(), frame, all));
            case Node.Scalar scalar -> {
                if (!scalar.isNull()) {
                    evaluation.diagnostics().warning("TEMPLATE_RESOURCES", scalar.at(),
                            "the resources of a template are a list or a mapping; these are not read", "");
                }
            }
        }
        for (Resource resource : all) {
            evaluation.register(resource);
            byName.putIfAbsent(Resource.key(resource.name()), resource);
            resource.symbol().ifPresent(symbol -> bySymbol.computeIfAbsent(Members.fold(symbol), _ -> new ArrayList<>())
                    .add(resource));
        }
        return all;
    }

    /// The resources with that symbolic name: several if a loop makes them.
    List<Resource> withSymbol(String symbol) {
        return resources().isEmpty() ? List.of() : bySymbol.getOrDefault(Members.fold(symbol), List.of());
    }

    /// The resource with that name, whatever its type.
    Optional<Resource> withName(Value resourceName) {
        return resources().isEmpty() ? Optional.empty()
                : Optional.ofNullable(byName.get(Resource.key(resourceName)));
    }

    private void add(Node node, Optional<String> symbol, Optional<Resource> parent, Frame around, List<Resource> all) {
        if (!(node instanceof Node.Mapping declaration)) {
            evaluation.diagnostics().warning("TEMPLATE_RESOURCES", node.at(),
                    "a resource is a mapping, but this is " + node.kind(), "");
            return;
        }
        Optional<Node.Mapping> loop = Fields.mapping(declaration, "copy");
        if (loop.isEmpty()) {
            addOne(declaration, symbol, parent, around, all);
            return;
        }
        String loopName = Fields.text(loop.get(), "name").or(() -> symbol).orElse("");
        switch (scope.trees().count(loop.get(), around)) {
            case TreeEvaluator.Count.Known(long count) -> {
                for (long i = 0; i < count; i++) {
                    addOne(declaration, symbol, parent,
                            around.resourceCopy(loopName, new Value.Whole(loop.get().at(), i)), all);
                }
            }
            // One instance stands for all of them.
            case TreeEvaluator.Count.Open _ -> addOne(declaration, symbol, parent, around.resourceCopy(loopName,
                    Value.Unknown.of(loop.get().at(), "copyIndex('" + loopName + "')")), all);
        }
    }

    private void addOne(Node.Mapping declaration, Optional<String> symbol, Optional<Resource> parent, Frame around,
            List<Resource> all) {
        Optional<Resource> made = Resource.of(this, declaration, symbol, parent, around);
        if (made.isEmpty()) {
            return;
        }
        all.add(made.get());
        switch (Fields.get(declaration, "resources").orElse(Node.nothing(declaration.at()))) {
            case Node.Sequence children -> children.items().forEach(child -> add(child, Optional.empty(), made, around,
                    all));
            case Node.Mapping children -> children.entries().forEach(child -> add(child.value(),
                    Optional.of(child.key().text()), made, around, all));
            case Node.Scalar _ -> {
                // An expression in the place of child resources: nobody writes that.
            }
        }
    }

    /// Makes all resources in here and in the deployments nested in here known by their ids.
    void expand() {
        for (Resource resource : resources()) {
            resource.nested().ifPresent(Deployment::expand);
        }
    }

    /// Adds what is deployed here and in the deployments nested in here, and what is not because of a condition.
    void collect(List<AzureResource> found, List<Resource> skipped) {
        for (Resource resource : resources()) {
            if (resource.isExisting()) {
                continue;
            }
            switch (resource.condition()) {
                case NEVER -> {
                    skipped.add(resource);
                    continue;
                }
                case OPEN -> evaluation.diagnostics().note("UNKNOWN_CONDITION", resource.at(),
                        "whether " + resource + " is deployed is unknown: " + resource.openCondition(),
                        "it is read as if it were");
                case ALWAYS -> {
                    // Nothing to say.
                }
            }
            if (resource.isDeployment()) {
                resource.nested().ifPresent(inner -> inner.collect(found, skipped));
            } else if (resource.isOfAzure()) {
                found.add(resource.toAzureResource());
            }
        }
    }

    /// Adds everything that is described here and in the deployments nested in here, whatever its condition.
    void describe(List<AzureResource> found) {
        resources().stream().filter(resource -> !resource.isExisting()).forEach(resource -> resource.describe(found));
    }

    /// The value of an output, while others may not have been evaluated yet.
    Optional<Value> output(String output) {
        return Optional.ofNullable(outputs.get(Members.fold(output)))
                .map(value -> value.get(() -> Value.Unknown.of(template.at(), "an output that depends on itself")));
    }

    Members outputs() {
        List<Member> members = new ArrayList<>();
        for (Node.Entry entry : Fields.entries(template, "outputs")) {
            Value value = output(entry.key().text()).orElse(new Value.Nothing(entry.value().at()));
            evaluation.budget().spend(value.size());
            members.add(new Member(entry.key().at(), entry.key().text(), value));
        }
        return Members.of(template.at(), members);
    }

    private Value output(Node.Entry output) {
        if (!(output.value() instanceof Node.Mapping declared)) {
            return new Value.Nothing(output.value().at());
        }
        Optional<Node> condition = Fields.get(declared, "condition");
        if (condition.isPresent()
                && scope.trees().value(condition.get(), frame) instanceof Value.Truth(_, boolean holds)
                && !holds) {
            return new Value.Nothing(declared.at());
        }
        Optional<Node.Mapping> loop = Fields.mapping(declared, "copy");
        return loop.isPresent() ? scope.trees().loop(loop.get(), "", frame)
                : Fields.get(declared, "value").map(value -> scope.trees().value(value, frame))
                        .orElse(new Value.Nothing(declared.at()));
    }

    @Override
    public String toString() {
        return "deployment " + Quotation.of(Notation.expression(name));
    }
}
