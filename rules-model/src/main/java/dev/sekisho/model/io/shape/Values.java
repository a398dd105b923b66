package dev.sekisho.model.io.shape;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Brings single values into the type that Azure's API has for them.
final class Values {
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final Pattern CUT_OFF = Pattern.compile("(Microsoft\\.Azure\\.|System\\.|@\\{).*");

    private final Diagnostics diagnostics;

    Values(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// Whether a text is what PowerShell leaves of an object that lies too deep.
    static boolean isCutOff(String text) {
        return CUT_OFF.matcher(text).lookingAt();
    }

    /// Says that a value whose absence changes the form is known only after deployment.
    void unknown(Node.Scalar scalar, String what) {
        diagnostics.warning("UNKNOWN_UNTIL_DEPLOYMENT", scalar.at(),
                what + " is known only after deployment, and is left out: " + scalar.text(),
                "give the values of parameters with --parameters");
    }

    Optional<Node> single(Node value, Meaning.Single meaning, String what) {
        return switch (meaning) {
            case TEXT -> scalar(value, what).map(this::text);
            case NUMBER -> scalar(value, what).flatMap(scalar -> number(scalar, what));
            case TRUTH -> scalar(value, what).flatMap(scalar -> truth(scalar, what));
            case REFERENCE -> reference(value, what);
            case LISTED, JOINED -> Optional.of(listed(value, meaning, what));
        };
    }

    private Optional<Node.Scalar> scalar(Node value, String what) {
        return switch (value) {
            case Node.Scalar scalar -> Optional.of(scalar);
            case Node.Sequence(var _, List<Node> items) when items.size() == 1
                    && items.getFirst() instanceof Node.Scalar only -> {
                diagnostics.note("LIST_OF_ONE", only.at(), what + " is a single value, but this is a list of one", "");
                yield Optional.of(only);
            }
            case Node.Sequence _,Node.Mapping _ -> {
                diagnostics.warning("WRONG_TYPE", value.at(), what + " is a single value, but this is "
                        + value.kind(), "");
                yield Optional.empty();
            }
        };
    }

    private Node.Scalar text(Node.Scalar scalar) {
        return scalar.style() == Node.Style.PLAIN
                ? new Node.Scalar(scalar.at(), scalar.text(), Node.Style.QUOTED) : scalar;
    }

    private Optional<Node> number(Node.Scalar scalar, String what) {
        if (scalar.isUnknown()) {
            unknown(scalar, what);
            return Optional.empty();
        }
        if (scalar.style() == Node.Style.QUOTED && WHOLE.matcher(scalar.text().strip()).matches()) {
            diagnostics.note("TEXT_FOR_NUMBER", scalar.at(), what + " is a number, but this is text",
                    "remove the quotes");
            return Optional.of(new Node.Scalar(scalar.at(), scalar.text().strip(), Node.Style.PLAIN));
        }
        return Optional.of(scalar);
    }

    private Optional<Node> truth(Node.Scalar scalar, String what) {
        if (scalar.isUnknown()) {
            unknown(scalar, what);
            return Optional.empty();
        }
        String lower = scalar.text().strip().toLowerCase(Locale.ROOT);
        return Optional.of(lower.equals("true") || lower.equals("false")
                ? new Node.Scalar(scalar.at(), lower, Node.Style.PLAIN) : scalar);
    }

    private Optional<Node> reference(Node value, String what) {
        if (value instanceof Node.Mapping object) {
            Optional<Node> id = named(object, "id").or(() -> named(object, "name"));
            if (id.isEmpty()) {
                diagnostics.warning("MISSING_KEY", value.at(), what + " refers to a resource, but has no id",
                        "add id");
            }
            return id;
        }
        return scalar(value, what).map(this::text);
    }

    private static Optional<Node> named(Node.Mapping object, String key) {
        return object.entries().stream().filter(entry -> entry.key().text().equalsIgnoreCase(key))
                .map(Node.Entry::value)
                .filter(value -> value instanceof Node.Scalar scalar && !scalar.isNull() && !scalar.text().isEmpty())
                .findFirst();
    }

    private Node listed(Node value, Meaning.Single meaning, String what) {
        List<Node> items = new ArrayList<>();
        for (Node item : value instanceof Node.Sequence sequence ? sequence.items() : List.of(value)) {
            for (Node part : meaning == Meaning.Single.JOINED ? parts(item) : split(item, meaning, true, what)) {
                scalar(part, what).map(this::text).ifPresent(items::add);
            }
        }
        return new Node.Sequence(value.at(), items);
    }

    /// Takes several values that stand in one text apart, and a value that stands without its list.
    ///
    /// @param inList whether the value stands in a list, as it should
    List<Node> split(Node item, Meaning each, boolean inList, String what) {
        if (!(item instanceof Node.Scalar scalar) || scalar.isUnknown() || each == Meaning.Single.REFERENCE) {
            return List.of(item);
        }
        if (!inList) {
            diagnostics.warning("SINGLE_FOR_LIST", scalar.at(), what + " is a list, but this is a single value",
                    "write [" + Quotation.of(scalar.text()) + "]");
        }
        if (scalar.style() == Node.Style.PLAIN && each == Meaning.Single.TEXT) {
            diagnostics.note("NUMBER_FOR_TEXT", scalar.at(), "an item of " + what + " is text, but this is a number",
                    "put " + scalar.text() + " in quotes");
        }
        List<Node> parts = parts(scalar);
        if (parts.size() > 1) {
            diagnostics.warning("JOINED_VALUES", scalar.at(),
                    Quotation.of(scalar.text()) + " holds " + parts.size() + " values, where Azure takes one",
                    "write them as items of the list");
        }
        return parts;
    }

    private static List<Node> parts(Node item) {
        if (!(item instanceof Node.Scalar scalar) || scalar.isUnknown() || scalar.text().indexOf(',') < 0) {
            return List.of(item);
        }
        List<Node> parts = new ArrayList<>();
        for (String part : scalar.text().split(",", -1)) {
            if (!part.isBlank()) {
                parts.add(new Node.Scalar(scalar.at(), part.strip(), scalar.style()));
            }
        }
        return parts;
    }

    Optional<Node.Scalar> word(Node value, Meaning.Word word, String what) {
        Optional<Node.Scalar> found = scalar(value, what);
        if (found.isEmpty()) {
            return found;
        }
        Node.Scalar scalar = found.get();
        if (scalar.isUnknown()) {
            unknown(scalar, what);
            return Optional.empty();
        }
        Optional<String> known = word.words().stream().filter(scalar.text().strip()::equalsIgnoreCase).findFirst();
        if (known.isEmpty() && WHOLE.matcher(scalar.text()).matches()
                && Long.parseLong(scalar.text()) < word.words().size()) {
            known = Optional.of(word.words().get(Integer.parseInt(scalar.text())));
            diagnostics.warning("NUMBER_FOR_WORD", scalar.at(),
                    what + " is written as the number " + scalar.text() + " and read as " + known.get(),
                    "export again with ConvertTo-Json -EnumsAsStrings");
        }
        return Optional.of(known.map(text -> new Node.Scalar(scalar.at(), text, Node.Style.QUOTED)).orElse(scalar));
    }
}
