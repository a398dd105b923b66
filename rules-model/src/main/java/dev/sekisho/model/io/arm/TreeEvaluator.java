package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.expression.Budget;
import dev.sekisho.model.io.arm.expression.Evaluator;
import dev.sekisho.model.io.arm.expression.Frame;
import dev.sekisho.model.io.arm.value.Items;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.Members.Member;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Notation;
import dev.sekisho.model.io.arm.value.TextParts;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evaluates parts of a template: texts that are expressions, in lists and mappings, and the loops in mappings.
final class TreeEvaluator {
    /// The most that one loop may make.
    ///
    /// Source: learn.microsoft.com/azure/azure-resource-manager/templates/copy-resources
    static final long MOST_COPIES = 800;

    private final Evaluation evaluation;
    private final Evaluator evaluator;

    TreeEvaluator(Evaluation evaluation, Evaluator evaluator) {
        this.evaluation = evaluation;
        this.evaluator = evaluator;
    }

    /// The value of a node.
    Value value(Node node, Frame frame) {
        Budget budget = evaluation.budget();
        try {
            if (!budget.enter()) {
                evaluation.diagnostics().error("TEMPLATE_TOO_DEEP", node.at(),
                        "values use one another more than " + Budget.DEEPEST + " levels deep",
                        "break the chain, or look for something that uses itself");
                return Value.Unknown.of(node.at(), "a value that is nested too deep");
            }
            return switch (node) {
                case Node.Scalar scalar when scalar.style() == Node.Style.QUOTED ->
                    evaluator.evaluate(scalar.text(), scalar.at(), frame);
                case Node.Scalar scalar -> NodeValues.scalar(scalar, scalar.at());
                case Node.Sequence sequence -> {
                    List<Value> items = new ArrayList<>(sequence.items().size());
                    for (Node item : sequence.items()) {
                        items.add(value(item, frame));
                    }
                    yield Items.of(sequence.at(), items);
                }
                case Node.Mapping mapping -> mapping(mapping, frame);
            };
        } finally {
            budget.leave();
        }
    }

    private Value mapping(Node.Mapping mapping, Frame frame) {
        List<Member> members = new ArrayList<>(mapping.entries().size());
        for (Node.Entry entry : mapping.entries()) {
            if (isLoops(entry)) {
                ((Node.Sequence) entry.value()).items().forEach(item -> {
                    Node.Mapping loop = (Node.Mapping) item;
                    String name = Fields.text(loop, "name").orElse("");
                    members.add(new Member(loop.at(), name, loop(loop, name, frame)));
                });
            } else {
                members.add(new Member(entry.key().at(), key(entry.key(), frame), value(entry.value(), frame)));
            }
        }
        return Members.of(mapping.at(), members);
    }

    private static boolean isLoops(Node.Entry entry) {
        return entry.key().text().equalsIgnoreCase("copy") && entry.value() instanceof Node.Sequence loops
                && !loops.items().isEmpty()
                && loops.items().stream().allMatch(item -> item instanceof Node.Mapping loop
                        && Fields.text(loop, "name").isPresent() && Fields.get(loop, "count").isPresent()
                        && Fields.get(loop, "input").isPresent());
    }

    // A key may be an expression too. One that is unknown stands under the name of the unknown.
    private String key(Node.Scalar key, Frame frame) {
        Value value = evaluator.evaluate(key.text(), key.at(), frame);
        return switch (value) {
            case Value.Unknown unknown -> unknown.asPart();
            case Value other -> TextParts.plain(other).orElseGet(() -> Notation.expression(other));
        };
    }

    /// The list that a loop in a property, variable or output makes. It is unknown if its length is.
    Value loop(Node.Mapping loop, String name, Frame frame) {
        Optional<Node> input = Fields.get(loop, "input");
        if (input.isEmpty()) {
            return Items.of(loop.at(), List.of());
        }
        return switch (count(loop, frame)) {
            case Count.Known(long count) -> {
                List<Value> items = new ArrayList<>();
                for (long i = 0; i < count; i++) {
                    items.add(value(input.get(), frame.valueCopy(name, new Value.Whole(loop.at(), i))));
                }
                yield Items.of(loop.at(), items);
            }
            case Count.Open(String unknown) ->
                Value.Unknown.of(loop.at(), "copy('" + name + "', " + unknown + ")");
        };
    }

    /// How often a loop runs.
    sealed interface Count {
        record Known(long count) implements Count {}

        /// The expression of the count is unknown, or Azure would refuse it.
        record Open(String unknown) implements Count {}
    }

    Count count(Node.Mapping loop, Frame frame) {
        Optional<Node> declared = Fields.get(loop, "count");
        SourceLocation at = declared.map(Node::at).orElse(loop.at());
        Value count = declared.map(node -> value(node, frame)).orElse(new Value.Nothing(at));
        switch (count) {
            case Value.Whole(_, long number) -> {
                if (number >= 0 && number <= MOST_COPIES) {
                    return new Count.Known(number);
                }
                evaluation.diagnostics().error("COPY_COUNT", at, "a loop makes 0 to " + MOST_COPIES
                        + " copies, but this one " + number, "Azure refuses the template; split the loop");
            }
            case Value.Unknown _,Value.Deployed _ -> evaluation.diagnostics().warning("UNKNOWN_COUNT", at,
                    "how often this loop runs is unknown before deployment: " + Notation.expression(count),
                    "give a value to the parameter that it depends on");
            case Value other -> evaluation.diagnostics().error("COPY_COUNT", at,
                    "the count of a loop is a whole number, but this is " + other.kind(), "");
        }
        return new Count.Open(Notation.expression(count));
    }
}
