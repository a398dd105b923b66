package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.arm.expression.Call;
import dev.sekisho.model.io.arm.expression.Evaluator;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.expression.FunctionTable;
import dev.sekisho.model.io.arm.expression.Functions;
import dev.sekisho.model.io.arm.expression.TemplateFunction;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The functions that a template defines for itself, called by namespace and name: `contoso.uniqueName`.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/user-defined-functions
final class UserFunctions {
    private final Evaluation evaluation;
    private final List<TemplateFunction> all = new ArrayList<>();
    private final Functions table;

    private UserFunctions(Functions others, Node.Mapping template, Evaluation evaluation) {
        this.evaluation = evaluation;
        if (Fields.get(template, "functions").orElse(template) instanceof Node.Sequence namespaces) {
            namespaces.items().forEach(this::add);
        }
        table = all.isEmpty() ? others : FunctionTable.over(others, all);
    }

    /// The other functions and those of the template.
    static Functions over(Functions others, Node.Mapping template, Evaluation evaluation) {
        return new UserFunctions(others, template, evaluation).table;
    }

    private void add(Node namespace) {
        if (!(namespace instanceof Node.Mapping mapping)) {
            return;
        }
        String prefix = Fields.text(mapping, "namespace").orElse("");
        for (Node.Entry member : Fields.entries(mapping, "members")) {
            if (member.value() instanceof Node.Mapping function) {
                add(prefix + "." + member.key().text(), function);
            }
        }
    }

    private void add(String name, Node.Mapping function) {
        List<String> parameters = new ArrayList<>();
        if (Fields.get(function, "parameters").orElse(function) instanceof Node.Sequence declared) {
            declared.items().forEach(item -> parameters.add(
                    item instanceof Node.Mapping parameter ? Fields.text(parameter, "name").orElse("") : ""));
        }
        Optional<Node> output = Fields.mapping(function, "output").flatMap(mapping -> Fields.get(mapping, "value"));
        output.ifPresent(value -> all.add(TemplateFunction.lazy(name, parameters.size(), parameters.size(),
                call -> apply(call, parameters, value))));
    }

    // Inside of the function, parameters() means its own.
    private Value apply(Call call, List<String> parameters, Node output) {
        Functions inside = FunctionTable.over(table,
                List.of(TemplateFunction.shallow("parameters", 1, 1, inner -> {
                    for (int i = 0; i < parameters.size(); i++) {
                        if (parameters.get(i).equalsIgnoreCase(inner.text(0))) {
                            return call.value(i);
                        }
                    }
                    throw inner.refuse("finds no parameter " + Quotation.of(inner.text(0)) + " of this function");
                })));
        return new TreeEvaluator(evaluation, new Evaluator(evaluation.session(), inside)).value(output, Frame.EMPTY);
    }
}
