package dev.sekisho.model.io.arm.expression;

import dev.sekisho.model.diagnostic.Quotation;
import java.util.ArrayList;
import java.util.List;

/// Reads the expression language of ARM templates.
///
/// ```text
/// expression = (call | 'text' | number) access*
/// call       = name ("." name)? "(" [expression ("," expression)*] ")"
/// access     = "." name | ".?" name | "[" expression "]" | "[?" expression "]"
/// ```
///
/// A quote inside of a text is doubled. White space, line ends included, may stand between all parts.
///
/// Source: learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
public final class ExpressionParser {
    /// The deepest nesting of parentheses and brackets; ARM's own limits stop far earlier.
    static final int DEEPEST = 250;

    /// The longest chain of accesses behind one value.
    static final int LONGEST_CHAIN = 250;

    private final String text;
    private int position;
    private int depth;

    /// What a text of a template is.
    public sealed interface Parsed {
        /// An expression.
        record Formula(Expression expression) implements Parsed {}

        /// Just a text.
        record Plain(String text) implements Parsed {}

        /// A text between `[` and `]` that is no expression; `problem` says why.
        record Malformed(String problem) implements Parsed {}
    }

    private ExpressionParser(String text) {
        this.text = text;
    }

    /// Reads a text as a template has it: an expression stands between `[` and `]`, and a text that begins with `[[`
    /// stands for itself with one `[` less.
    public static Parsed parse(String text) {
        if (text.length() < 2 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return new Parsed.Plain(text);
        }
        if (text.charAt(1) == '[') {
            return new Parsed.Plain(text.substring(1));
        }
        try {
            return new Parsed.Formula(new ExpressionParser(text.substring(1, text.length() - 1)).whole());
        } catch (Refusal fault) {
            return new Parsed.Malformed(fault.problem());
        }
    }

    private Expression whole() {
        Expression expression = expression();
        skipBlanks();
        if (position < text.length()) {
            throw expected("the end of the expression");
        }
        return expression;
    }

    private Expression expression() {
        if (++depth > DEEPEST) {
            throw new Refusal("the expression is nested more than " + DEEPEST + " levels deep");
        }
        skipBlanks();
        Expression expression = primary();
        for (int links = 0;; links++) {
            skipBlanks();
            if (links == LONGEST_CHAIN) {
                throw new Refusal("more than " + LONGEST_CHAIN + " properties are taken out of one another");
            }
            if (skip('.')) {
                boolean safe = skip('?');
                skipBlanks();
                expression = new Expression.Access(expression, new Expression.TextLiteral(name()), safe);
            } else if (skip('[')) {
                boolean safe = skip('?');
                Expression key = expression();
                require(']');
                expression = new Expression.Access(expression, key, safe);
            } else {
                depth--;
                return expression;
            }
        }
    }

    private Expression primary() {
        char c = current();
        if (c == '\'') {
            return new Expression.TextLiteral(quoted());
        }
        if (c == '-' || isDigit(c)) {
            return new Expression.NumberLiteral(number());
        }
        if (!isNameStart(c)) {
            throw expected("a function, a text in single quotes or a number");
        }
        String function = name();
        skipBlanks();
        if (skip('.')) {
            function += "." + name();
            skipBlanks();
        }
        if (current() != '(') {
            throw new Refusal(Quotation.of(function) + " is no function call: '(' is missing after it");
        }
        return new Expression.Invocation(function, arguments());
    }

    private List<Expression> arguments() {
        require('(');
        List<Expression> arguments = new ArrayList<>();
        skipBlanks();
        if (skip(')')) {
            return arguments;
        }
        while (true) {
            arguments.add(expression());
            skipBlanks();
            if (skip(')')) {
                return arguments;
            }
            if (!skip(',')) {
                throw expected("',' or ')'");
            }
        }
    }

    private String quoted() {
        StringBuilder out = new StringBuilder();
        position++;
        while (true) {
            int quote = text.indexOf('\'', position);
            if (quote < 0) {
                throw new Refusal("a text in single quotes is not closed");
            }
            out.append(text, position, quote);
            position = quote + 1;
            if (current() != '\'') {
                return out.toString();
            }
            out.append('\'');
            position++;
        }
    }

    private long number() {
        int start = position;
        position++;
        while (isDigit(current())) {
            position++;
        }
        String digits = text.substring(start, position);
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Refusal(Quotation.of(digits) + " is no whole number of 64 bits");
        }
    }

    private String name() {
        int start = position;
        if (!isNameStart(current())) {
            throw expected("a name");
        }
        while (isNameStart(current()) || isDigit(current())) {
            position++;
        }
        return text.substring(start, position);
    }

    private void require(char c) {
        skipBlanks();
        if (!skip(c)) {
            throw expected("'" + c + "'");
        }
    }

    private boolean skip(char c) {
        boolean found = current() == c && position < text.length();
        position += found ? 1 : 0;
        return found;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private char current() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private Refusal expected(String what) {
        String rest = text.substring(Math.min(position, text.length()));
        return new Refusal(what + " is expected "
                + (rest.isEmpty() ? "at the end of the expression" : "where " + Quotation.of(rest) + " stands"));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }
}
