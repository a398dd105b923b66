package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import dev.sekisho.model.io.arm.expression.ExpressionParser.Parsed;
import dev.sekisho.model.io.arm.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Evaluates expressions with the functions of one place of a template.
///
/// It never fails: what Azure would refuse is reported and becomes an unknown called by its expression, so that the
/// rest of the template is still read.
public final class Evaluator {
    private static final int NEAREST_FUNCTIONS = 5;

    /// Writing this many chars counts as one step.
    private static final int CHARS = 16;

    private final Session session;
    private final Functions functions;

    /// What all evaluators of one template share.
    public static final class Session {
        private final Budget budget;
        private Diagnostics diagnostics;
        private final Map<String, Parsed> parsed = new HashMap<>();

        public Session(Budget budget, Diagnostics diagnostics) {
            this.budget = budget;
            this.diagnostics = diagnostics;
        }

        public Budget budget() {
            return budget;
        }

        public Diagnostics diagnostics() {
            return diagnostics;
        }

        /// From now on problems go there.
        public void reportTo(Diagnostics others) {
            diagnostics = others;
        }

        private Parsed parse(String text) {
            return parsed.computeIfAbsent(text, ExpressionParser::parse);
        }
    }

    public Evaluator(Session session, Functions functions) {
        this.session = session;
        this.functions = functions;
    }

    /// The same evaluator with other functions.
    public Evaluator with(Functions others) {
        return new Evaluator(session, others);
    }

    public Functions functions() {
        return functions;
    }

    public Budget budget() {
        return session.budget();
    }

    /// The value of a text of a template, which may be an expression.
    public Value evaluate(String text, SourceLocation at, Frame frame) {
        if (text.isEmpty() || text.charAt(0) != '[') {
            return new Value.Text(at, text);
        }
        return switch (session.parse(text)) {
            case Parsed.Plain(String plain) -> new Value.Text(at, plain);
            case Parsed.Formula(Expression expression) -> evaluate(expression, at, frame);
            case Parsed.Malformed(String problem) -> {
                session.diagnostics().error("TEMPLATE_EXPRESSION", at,
                        "the expression " + Quotation.of(text) + " cannot be read: " + problem,
                        "a text that begins with [ and is no expression begins with [[");
                yield Value.Unknown.of(at, text);
            }
        };
    }

    /// The value of an expression.
    public Value evaluate(Expression expression, SourceLocation at, Frame frame) {
        try {
            if (!budget().enter()) {
                session.diagnostics().error("TEMPLATE_TOO_DEEP", at,
                        "expressions, variables or functions use one another more than " + Budget.DEEPEST
                                + " levels deep",
                        "break the chain, or look for something that uses itself");
                return Value.Unknown.of(at, expression.toString());
            }
            return budget().check(switch (expression) {
                case Expression.TextLiteral(String text) -> new Value.Text(at, text);
                case Expression.NumberLiteral(long number) -> new Value.Whole(at, number);
                case Expression.Access access -> access(access, at, frame);
                case Expression.Invocation invocation -> call(invocation, at, frame);
            });
        } catch (Refusal refusal) {
            return refused(refusal, expression, at);
        } finally {
            budget().leave();
        }
    }

    private Value refused(Refusal refusal, Expression expression, SourceLocation at) {
        String what = expression instanceof Expression.Invocation invocation ? invocation.function() + "() "
                : "the expression ";
        session.diagnostics().warning("TEMPLATE_VALUE", at, what + refusal.problem(),
                "Azure would refuse this as it stands; here the value counts as unknown");
        String name = expression.toString();
        budget().spend(Budget.PROBLEM_STEPS + name.length() / CHARS);
        return Value.Unknown.of(at, name);
    }

    private Value access(Expression.Access access, SourceLocation at, Frame frame) {
        Value base = evaluate(access.base(), at, frame);
        if (base instanceof Value.Nothing && access.followsSafe()) {
            return base;
        }
        Value key = evaluate(access.key(), at, frame);
        return Parts.of(base, key, access.safe(), at);
    }

    private Value call(Expression.Invocation invocation, SourceLocation at, Frame frame) {
        Optional<TemplateFunction> found = functions.find(invocation.function());
        if (found.isEmpty()) {
            budget().spend(Budget.PROBLEM_STEPS);
            session.diagnostics().warning("TEMPLATE_FUNCTION", at,
                    "no template function is called " + Quotation.of(invocation.function())
                            + "; what it gives counts as unknown",
                    Suggestions.advice(invocation.function(), "known", functions.names(), NEAREST_FUNCTIONS));
            return new Call(this, invocation, at, frame).unknown();
        }
        TemplateFunction function = found.get();
        int count = invocation.arguments().size();
        if (count < function.least() || count > function.most()) {
            throw new Refusal("takes " + arguments(function) + ", but gets " + count);
        }
        return function.body().apply(new Call(this, invocation, at, frame));
    }

    private static String arguments(TemplateFunction function) {
        int least = function.least();
        int most = function.most();
        String count = most == least ? Integer.toString(least)
                : most == TemplateFunction.ANY ? least + " or more" : least + " to " + most;
        return count + (count.equals("1") ? " argument" : " arguments");
    }
}
