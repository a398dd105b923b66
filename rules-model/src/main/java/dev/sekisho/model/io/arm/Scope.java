package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Evaluator;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.expression.FunctionTable;
import dev.sekisho.model.io.arm.expression.Functions;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.function.StandardFunctions;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names that expressions of one template know: its parameters, variables and functions. Every value is evaluated
/// once, when it is first asked for.
final class Scope {
    private static final int LISTED = 5;
    private static final int COMPARED = 200;

    private final Evaluation evaluation;
    private final Node.Mapping template;
    private final String label;
    private final Map<String, Lazy<Value>> parameters = new LinkedHashMap<>();
    private final Map<String, Lazy<Value>> variables = new LinkedHashMap<>();
    private final Evaluator evaluator;
    private final TreeEvaluator trees;

    /// @param label      what to add to the names of unknown parameters so that they are unlike those of other templates
    /// @param deployment the functions that speak of the deployment
    Scope(Evaluation evaluation, Node.Mapping template, Arguments arguments, String label,
            Collection<TemplateFunction> deployment) {
        this.evaluation = evaluation;
        this.template = template;
        this.label = label;
        List<TemplateFunction> own = new ArrayList<>(deployment);
        own.add(TemplateFunction.shallow("parameters", 1, 1, call -> named(call, parameters, "parameter")));
        own.add(TemplateFunction.shallow("variables", 1, 1, call -> named(call, variables, "variable")));
        Functions table = FunctionTable.over(StandardFunctions.TABLE, own);
        this.evaluator = new Evaluator(evaluation.session(),
                UserFunctions.over(table, template, evaluation));
        this.trees = new TreeEvaluator(evaluation, evaluator);
        for (Node.Entry entry : Fields.entries(template, "parameters")) {
            parameters.put(Members.fold(entry.key().text()),
                    new Lazy<>(() -> parameter(entry.key().text(), entry.value(), arguments)));
        }
        for (Node.Entry entry : Fields.entries(template, "variables")) {
            if (entry.key().text().equalsIgnoreCase("copy") && entry.value() instanceof Node.Sequence loops) {
                loops.items().forEach(this::variableLoop);
            } else {
                variables.put(Members.fold(entry.key().text()),
                        new Lazy<>(() -> trees.value(entry.value(), Frame.EMPTY)));
            }
        }
    }

    Evaluator evaluator() {
        return evaluator;
    }

    TreeEvaluator trees() {
        return trees;
    }

    private void variableLoop(Node loop) {
        if (loop instanceof Node.Mapping mapping) {
            Fields.text(mapping, "name").ifPresent(name -> variables.put(Members.fold(name),
                    new Lazy<>(() -> trees.loop(mapping, name, Frame.EMPTY))));
        }
    }

    private Value named(Call call, Map<String, Lazy<Value>> values, String kind) {
        String name = call.text(0);
        Lazy<Value> value = values.get(Members.fold(name));
        if (value == null) {
            throw call.refuse("finds no " + kind + " " + Quotation.of(name) + " in this template"
                    + (values.isEmpty() ? ""
                            : "; nearest: " + String.join(", ",
                                    Suggestions.nearest(name, values.keySet().stream().limit(COMPARED).toList())
                                            .stream()
                                            .limit(LISTED).toList())));
        }
        return value.get(() -> {
            evaluation.diagnostics().error("TEMPLATE_CYCLE", call.at(),
                    "the value of the " + kind + " " + Quotation.of(name) + " depends on itself",
                    "break the circle; here the value counts as unknown");
            return Value.Unknown.of(call.at(), kind + "s('" + name + "')" + label);
        });
    }

    private Value parameter(String name, Node declaration, Arguments arguments) {
        Node.Mapping declared = declaration instanceof Node.Mapping mapping ? mapping
                : Node.nothing(declaration.at());
        Value unknown = Value.Unknown.of(declaration.at(), "parameters('" + name + "')" + label);
        Optional<Value> given = arguments.get(name, unknown).filter(value -> !(value instanceof Value.Nothing));
        Optional<Node> otherwise = Fields.get(declared, "defaultValue");
        Value value = given.orElseGet(() -> otherwise.map(node -> trees.value(node, Frame.EMPTY))
                .orElseGet(() -> isNullable(declared, 0) ? new Value.Nothing(declaration.at()) : unknown));
        if (value.equals(unknown)) {
            evaluation.diagnostics().note("PARAMETER_WITHOUT_VALUE", declaration.at(), "the parameter "
                    + Quotation.of(name) + " has no value; what depends on it is unknown",
                    "give it one with --parameters");
        }
        checkAllowed(name, declared, value, given.isPresent());
        return value;
    }

    private void checkAllowed(String name, Node.Mapping declared, Value value, boolean given) {
        if (Fields.get(declared, "allowedValues").orElse(declared) instanceof Node.Sequence allowed
                && value.isKnown() && !(value instanceof Value.Nothing)
                && allowed.items().stream().noneMatch(item -> NodeValues.literal(item).equals(value))) {
            SourceLocation at = given ? value.at() : declared.at();
            evaluation.diagnostics().warning("PARAMETER_NOT_ALLOWED", at,
                    "the value of the parameter " + Quotation.of(name) + " is none of those that the template allows",
                    "Azure would refuse it; here it counts all the same");
        }
    }

    /// Whether a parameter may be left out, as itself or its type says.
    private boolean isNullable(Node.Mapping declared, int references) {
        if (Fields.isTrue(declared, "nullable")) {
            return true;
        }
        String prefix = "#/definitions/";
        return references < LISTED && Fields.text(declared, "$ref").filter(ref -> ref.startsWith(prefix))
                .flatMap(ref -> Fields.mapping(template, "definitions")
                        .flatMap(definitions -> Fields.mapping(definitions, ref.substring(prefix.length()))))
                .filter(definition -> isNullable(definition, references + 1)).isPresent();
    }
}
