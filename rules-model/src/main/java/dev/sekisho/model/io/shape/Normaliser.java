package dev.sekisho.model.io.shape;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Brings an object of any dialect into the form of its [Shape]: canonical names, the level `properties` left out,
/// each value in the type that Azure's API has for it. What the shape does not have is handed to a sink; what had to be
/// bent to fit is a diagnostic.
///
/// Values that only deployment will tell stay where single values and lists of them stand. Where the form itself
/// depends on one, it is left out with a warning that names it.
public final class Normaliser {
    private static final Set<String> LEVELS = Set.of("properties", "additionalproperties");

    private final Diagnostics diagnostics;
    private final Consumer<Unmodelled> unmodelled;
    private final Values values;

    /// @param unmodelled takes what is set and not modelled
    public Normaliser(Diagnostics diagnostics, Consumer<Unmodelled> unmodelled) {
        this.diagnostics = diagnostics;
        this.unmodelled = unmodelled;
        this.values = new Values(diagnostics);
    }

    /// Returns the canonical form of an object.
    ///
    /// @param subject the resource that it is or belongs to, for messages
    public Node.Mapping normalise(Node.Mapping object, Shape shape, String subject) {
        Map<String, Node.Entry> canonical = new LinkedHashMap<>();
        for (Node.Entry entry : flattened(object)) {
            Node value = unwrapped(entry.value());
            if (isNothing(value)) {
                continue;
            }
            Optional<Property> property = shape.property(entry.key().text());
            if (property.isEmpty()) {
                report(entry, shape, subject, "nothing is known of this property");
                continue;
            }
            String name = property.get().canonical();
            take(value, property.get(), shape, subject, entry).ifPresent(taken -> canonical.merge(name,
                    new Node.Entry(new Node.Scalar(entry.key().at(), name, entry.key().style()), taken),
                    Normaliser::merged));
        }
        return new Node.Mapping(object.at(), List.copyOf(canonical.values()));
    }

    /// The properties of an object with those of its level `properties`, without texts that only repeat one.
    private static List<Node.Entry> flattened(Node.Mapping object) {
        List<Node.Entry> outer = new ArrayList<>();
        List<Node.Entry> inner = new ArrayList<>();
        for (Node.Entry entry : object.entries()) {
            String key = entry.key().text().toLowerCase(Locale.ROOT);
            if (LEVELS.contains(key) && entry.value() instanceof Node.Mapping level) {
                inner.addAll(flattened(level));
            } else if (!repeats(key, object)) {
                outer.add(entry);
            }
        }
        outer.addAll(inner);
        return outer;
    }

    /// PowerShell writes many properties a second time as text: `Subnets` and `SubnetsText`.
    private static boolean repeats(String key, Node.Mapping object) {
        return key.endsWith("text") && object.entries().stream()
                .anyMatch(other -> other.key().text().equalsIgnoreCase(key.substring(0, key.length() - 4)));
    }

    /// PowerShell 5 writes some lists as `{"value": […], "Count": 2}`.
    private static Node unwrapped(Node node) {
        return node instanceof Node.Mapping mapping && mapping.entries().size() == 2
                && mapping.get("value").orElse(mapping) instanceof Node.Sequence list
                && mapping.get("Count").isPresent() ? list : node;
    }

    private static boolean isNothing(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.isNull() || scalar.text().isEmpty();
            case Node.Sequence sequence -> sequence.items().isEmpty();
            case Node.Mapping mapping -> mapping.entries().stream().allMatch(entry -> isNothing(entry.value()));
        };
    }

    /// The first value holds where two names mean one property; lists are joined, each item once.
    private static Node.Entry merged(Node.Entry first, Node.Entry second) {
        if (!(first.value() instanceof Node.Sequence some) || !(second.value() instanceof Node.Sequence more)) {
            return first;
        }
        List<Node> items = new ArrayList<>(some.items());
        more.items().stream().filter(item -> !items.contains(item)).forEach(items::add);
        return new Node.Entry(first.key(), new Node.Sequence(some.at(), items));
    }

    private void report(Node.Entry entry, Shape shape, String subject, String reason) {
        unmodelled.accept(new Unmodelled(entry.key().at(), "", shape.what() + " of " + subject, entry.key().text(),
                reason));
    }

    private Optional<Node> take(Node value, Property property, Shape holder, String subject, Node.Entry entry) {
        return switch (property.meaning()) {
            case Meaning.Left _ -> Optional.empty();
            case Meaning.NotModelled(String why, List<String> harmless) -> {
                boolean isHarmless = value instanceof Node.Scalar scalar
                        && harmless.stream().anyMatch(scalar.text()::equalsIgnoreCase);
                if (!isHarmless) {
                    report(entry, holder, subject, why);
                }
                yield Optional.empty();
            }
            case Meaning meaning -> take(value, meaning, "'" + entry.key().text() + "'", subject);
        };
    }

    private Optional<Node> take(Node value, Meaning meaning, String what, String subject) {
        return switch (meaning) {
            case Meaning.Single single -> values.single(value, single, what);
            case Meaning.Word word -> values.word(value, word, what).map(Node.class::cast);
            case Meaning.Many(Meaning each) -> many(value, each, what, subject);
            case Meaning.Part(Shape shape) -> object(value, what).map(part -> normalise(part, shape, subject));
            case Meaning.Variant variant -> object(value, what).map(part -> variant(part, variant, subject));
            case Meaning.Inner(Shape shape, String key) ->
                object(value, what).flatMap(part -> normalise(part, shape, subject).get(key));
            case Meaning.Left _,Meaning.NotModelled _ -> Optional.empty();
        };
    }

    private Optional<Node> many(Node value, Meaning each, String what, String subject) {
        if (value instanceof Node.Scalar scalar && scalar.isUnknown() && !(each instanceof Meaning.Single)) {
            values.unknown(scalar, what);
            return Optional.empty();
        }
        List<Node> items = new ArrayList<>();
        for (Node item : value instanceof Node.Sequence sequence ? sequence.items() : List.of(value)) {
            Node part = unwrapped(item);
            if (isNothing(part)) {
                continue;
            }
            List<Node> split = each instanceof Meaning.Single || each instanceof Meaning.Word
                    ? values.split(part, each, value instanceof Node.Sequence, what) : List.of(part);
            for (Node one : split) {
                take(one, each, "an item of " + what, subject).ifPresent(taken -> add(taken, each, items));
            }
        }
        return Optional.of(new Node.Sequence(value.at(), items));
    }

    /// An object of which one list matters gives that list's items.
    private static void add(Node taken, Meaning each, List<Node> items) {
        if (each instanceof Meaning.Inner && taken instanceof Node.Sequence inner) {
            items.addAll(inner.items());
        } else {
            items.add(taken);
        }
    }

    private Optional<Node.Mapping> object(Node value, String what) {
        return switch (value) {
            case Node.Mapping mapping -> Optional.of(mapping);
            case Node.Scalar scalar when scalar.isUnknown() -> {
                values.unknown(scalar, what);
                yield Optional.empty();
            }
            case Node.Scalar scalar when Values.isCutOff(scalar.text()) -> {
                diagnostics.error("CUT_OFF_EXPORT", scalar.at(),
                        what + " was cut off when the file was written: only the name of its type is left",
                        "export again with ConvertTo-Json -Depth 20");
                yield Optional.empty();
            }
            case Node.Scalar _,Node.Sequence _ -> {
                diagnostics.warning("WRONG_TYPE", value.at(), what + " is an object, but this is " + value.kind(),
                        "");
                yield Optional.empty();
            }
        };
    }

    private Node variant(Node.Mapping object, Meaning.Variant variant, String subject) {
        Optional<String> named = flattened(object).stream()
                .filter(entry -> entry.key().text().equalsIgnoreCase(variant.key()))
                .flatMap(entry -> entry.value() instanceof Node.Scalar scalar
                        ? variant.shapes().keySet().stream().filter(scalar.text()::equalsIgnoreCase)
                        : java.util.stream.Stream.empty())
                .findFirst();
        String chosen = named.orElseGet(() -> mostAlike(object, variant));
        if (named.isEmpty()) {
            diagnostics.warning("MISSING_KEY", object.at(),
                    "'" + variant.key() + "' does not say what this is; it is taken for a " + chosen,
                    "add " + variant.key() + ": " + chosen);
        }
        Shape shape = variant.shapes().get(chosen);
        Node.Mapping taken = normalise(object, shape == null ? Shape.of(chosen) : shape.with(
                Property.of(variant.key(), new Meaning.Left("it says which shape this is"))), subject);
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(new Node.Entry(new Node.Scalar(object.at(), variant.key(), Node.Style.QUOTED),
                new Node.Scalar(object.at(), chosen, Node.Style.QUOTED)));
        entries.addAll(taken.entries());
        return new Node.Mapping(taken.at(), entries);
    }

    private static String mostAlike(Node.Mapping object, Meaning.Variant variant) {
        String best = variant.shapes().firstEntry().getKey();
        long most = -1;
        for (Map.Entry<String, Shape> candidate : variant.shapes().entrySet()) {
            long known = flattened(object).stream().filter(entry -> !isNothing(entry.value()))
                    .filter(entry -> candidate.getValue().property(entry.key().text()).isPresent()).count();
            if (known > most) {
                most = known;
                best = candidate.getKey();
            }
        }
        return best;
    }
}
