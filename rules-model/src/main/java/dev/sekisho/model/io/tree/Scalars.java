package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.Suggestions;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads the text of one scalar strictly, without the surprises of YAML 1.1.
///
/// Readers that meet scalars outside of a mapping use it directly; the rest goes through [Fields].
public final class Scalars {
    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
    private static final Pattern NUMBER_LIKE = Pattern.compile("[-+]?[0-9][0-9A-Za-z_:.+-]*");
    private static final Set<String> YES = Set.of("yes", "on", "y");
    private static final Set<String> NO = Set.of("no", "off", "n");

    private static final Pattern YAML_NUMBER = Pattern.compile(
            "0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                    + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Set<String> YAML_TRUTH = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    /// Longer ones are not numbers that anybody meant, and slow to turn into one.
    private static final int LONGEST_NUMBER = 40;

    private Scalars() {}

    /// Reads a decimal whole number from `min` to `max`.
    ///
    /// @param name what the value is, for messages: `'port'`
    public static Optional<Integer> integer(Node.Scalar scalar, String name, int min, int max,
            Diagnostics diagnostics) {
        String text = scalar.text();
        String expected = name + " is a whole number from " + min + " to " + max;
        if (scalar.style() == Node.Style.QUOTED || !DECIMAL.matcher(text).matches()) {
            boolean quoted = scalar.style() == Node.Style.QUOTED && DECIMAL.matcher(text).matches();
            diagnostics.error("WRONG_TYPE", scalar.at(), expected + ", but this is " + Quotation.of(text),
                    quoted ? "remove the quotes" : numberAdvice(text));
            return Optional.empty();
        }
        BigInteger value = text.length() > LONGEST_NUMBER ? BigInteger.TWO.pow(LONGEST_NUMBER) : new BigInteger(text);
        if (value.compareTo(BigInteger.valueOf(min)) < 0 || value.compareTo(BigInteger.valueOf(max)) > 0) {
            diagnostics.error("OUT_OF_RANGE", scalar.at(), expected + ", but this is " + Quotation.of(text),
                    "write a number in that range");
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    /// Reads `true` or `false`.
    public static Optional<Boolean> bool(Node.Scalar scalar, String name, Diagnostics diagnostics) {
        String text = scalar.text();
        boolean plain = scalar.style() == Node.Style.PLAIN;
        if (plain && (text.equals("true") || text.equals("false"))) {
            return Optional.of(text.equals("true"));
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String advice = lower.equals("true") || lower.equals("false") ? plain ? "write " + lower : "remove the quotes"
                : YES.contains(lower) ? "write true" : NO.contains(lower) ? "write false" : "write true or false";
        diagnostics.error("WRONG_TYPE", scalar.at(), name + " is true or false, but this is " + Quotation.of(text),
                advice);
        return Optional.empty();
    }

    /// Reads text that every reader of YAML takes for text: a number or a truth value without quotes is reported.
    ///
    /// @param name what the value is, for messages: `'name'`
    public static Optional<Node.Scalar> string(Node.Scalar scalar, String name, Diagnostics diagnostics) {
        boolean number = YAML_NUMBER.matcher(scalar.text()).matches();
        if (scalar.style() == Node.Style.PLAIN && (number || YAML_TRUTH.contains(scalar.text()))) {
            diagnostics.error("WRONG_TYPE", scalar.at(), name + " is text, but " + Quotation.of(scalar.text())
                    + " without quotes is " + (number ? "a number" : "a truth value"),
                    "write \"" + scalar.text() + "\" in quotes");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /// Reads one of the allowed words.
    public static Optional<String> oneOf(Node.Scalar scalar, String name, List<String> allowed,
            Diagnostics diagnostics) {
        String text = scalar.text();
        if (allowed.contains(text)) {
            return Optional.of(text);
        }
        Optional<String> otherCase = allowed.stream().filter(text::equalsIgnoreCase).findFirst();
        diagnostics.error("UNKNOWN_VALUE", scalar.at(), Quotation.of(text) + " is not a value of " + name,
                otherCase.map(word -> "write " + word + ": upper and lower case matter here")
                        .orElseGet(() -> Suggestions.advice(text, "known", allowed, allowed.size())));
        return Optional.empty();
    }

    /// Reads what a parser of the domain makes of the text. Its [IllegalArgumentException] is reported at the scalar as
    /// `HOST_BITS` or `INVALID_VALUE`; what follows `: write` in the message becomes the advice.
    public static <T> Optional<T> parse(Node.Scalar scalar, Function<String, T> parser, Diagnostics diagnostics) {
        return parse(scalar, parser, "", diagnostics);
    }

    /// Reads what a parser of the domain makes of the text.
    ///
    /// @param otherwise the advice where the parser's message has none
    public static <T> Optional<T> parse(Node.Scalar scalar, Function<String, T> parser, String otherwise,
            Diagnostics diagnostics) {
        try {
            return Optional.of(parser.apply(scalar.text()));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? Quotation.of(scalar.text()) + " is not valid here"
                    : e.getMessage();
            int advice = message.indexOf(": write ");
            diagnostics.error(message.contains(" has host bits set") ? "HOST_BITS" : "INVALID_VALUE", scalar.at(),
                    advice < 0 ? message : message.substring(0, advice),
                    advice < 0 ? otherwise : message.substring(advice + 2));
            return Optional.empty();
        }
    }

    private static String numberAdvice(String text) {
        if (!NUMBER_LIKE.matcher(text).matches() || text.length() > LONGEST_NUMBER) {
            return "write digits without quotes";
        }
        if (OCTAL.matcher(text).matches()) {
            String digits = text.replaceAll("[-+_]", "");
            return "write " + new BigInteger(digits) + ", or " + new BigInteger(digits, 8)
                    + " if it is octal: YAML readers disagree about the leading zero";
        }
        if (text.replace("_", "").matches("[1-9][0-9]*")) {
            return "write " + text.replace("_", "");
        }
        if (text.matches("0[xX][0-9a-fA-F]+")) {
            return "write " + new BigInteger(text.substring(2), 16) + ": hexadecimal is not read here";
        }
        return "write decimal digits only";
    }
}
