package dev.sekisho.model.io.tree;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Quotation;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A strict cursor over the keys of a mapping: take out what you know, then [#finish] reports the rest.
///
/// ```java
/// Fields fields = Fields.of(node, "subnet", diagnostics);
/// fields.require("name", "prefix");
/// Optional<String> name = fields.text("name");
/// Optional<Ipv4Prefix> prefix = fields.parse("prefix", Ipv4Prefix::parse);
/// fields.finish();
/// ```
///
/// No method throws for bad input: a wrong value is reported at its place and given as nothing, so that one run finds
/// all problems. Every key that was asked for counts as known, whether the file has it or not.
public final class Fields {
    private final SourceLocation at;
    private final String what;
    private final Diagnostics diagnostics;
    private final boolean readable;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Node node, String what, Diagnostics diagnostics) {
        this.at = node.at();
        this.what = what;
        this.diagnostics = diagnostics;
        this.readable = node instanceof Node.Mapping;
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        }
    }

    /// Opens the keys of a mapping. Another kind of node is reported and has no keys, and none of them is then missed.
    ///
    /// @param what what the mapping describes, for messages: `cluster`, `dependency 'orders-db'`
    public static Fields of(Node node, String what, Diagnostics diagnostics) {
        if (!(node instanceof Node.Mapping)) {
            diagnostics.error("WRONG_TYPE", node.at(),
                    what + " is a mapping of keys to values, but this is " + node.kind(),
                    node instanceof Node.Sequence
                            ? "write key: value, without the list around it"
                            : "write its keys below it, each as key: value");
        }
        return new Fields(node, what, diagnostics);
    }

    /// Keys without a file: every value is absent and nothing is reported.
    public static Fields absent(SourceLocation at, String what, Diagnostics diagnostics) {
        return new Fields(new Node.Scalar(at, "", Node.Style.PLAIN), what, diagnostics);
    }

    /// Where the mapping begins.
    public SourceLocation at() {
        return at;
    }

    /// Where that key stands, or the mapping if it has no such key.
    public SourceLocation keyAt(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? at : entry.key().at();
    }

    /// Where the value of that key begins, or the mapping if it has no such key.
    public SourceLocation valueAt(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? at : entry.value().at();
    }

    /// Where each item of the list under that key begins; empty if there is no list.
    public List<SourceLocation> itemsAt(String key) {
        Node.Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Node.Sequence sequence
                ? sequence.items().stream().map(Node::at).toList() : List.of();
    }

    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /// All keys of the file, in its order.
    public List<Node.Entry> entries() {
        return List.copyOf(entries.values());
    }

    /// Reports each of the keys that is missing.
    public void require(String... keys) {
        for (String key : keys) {
            known.add(key);
            if (readable && !entries.containsKey(key)) {
                diagnostics.error("MISSING_KEY", at, "the key '" + key + "' is missing in " + what, "add " + key + ":");
            }
        }
    }

    /// Returns the value of a key, whatever it is.
    public Optional<Node> optional(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key)).map(Node.Entry::value);
    }

    /// Returns the value of a key, and reports if there is none.
    public Optional<Node> required(String key) {
        require(key);
        return optional(key);
    }

    /// Returns a single value as text. Numbers and truth values are text too, as written; no value at all is reported.
    public Optional<String> text(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    /// Returns a single value with its place.
    public Optional<Node.Scalar> scalar(String key) {
        return optional(key).flatMap(value -> scalar(value, "'" + key + "'"));
    }

    /// Returns a decimal whole number in that range; other notations and quoted text are reported.
    public Optional<Integer> integer(String key, int min, int max) {
        return scalar(key).flatMap(scalar -> Scalars.integer(scalar, "'" + key + "'", min, max, diagnostics));
    }

    /// Returns `true` or `false`; the other words that some YAML readers take for them are reported.
    public Optional<Boolean> bool(String key) {
        return scalar(key).flatMap(scalar -> Scalars.bool(scalar, "'" + key + "'", diagnostics));
    }

    /// Returns one of the allowed words, written exactly so; another word is reported with the nearest first.
    public Optional<String> oneOf(String key, List<String> allowed) {
        return scalar(key).flatMap(scalar -> Scalars.oneOf(scalar, "'" + key + "'", allowed, diagnostics));
    }

    /// Returns what a parser of the domain makes of the text, see [Scalars#parse].
    public <T> Optional<T> parse(String key, Function<String, T> parser) {
        return parse(key, parser, "");
    }

    /// Returns what a parser of the domain makes of the text.
    ///
    /// @param advice what to write, where the parser does not say it
    public <T> Optional<T> parse(String key, Function<String, T> parser, String advice) {
        return scalar(key).flatMap(scalar -> Scalars.parse(scalar, parser, advice, diagnostics));
    }

    /// Returns a single value that is text for every reader of YAML, see [Scalars#string].
    public Optional<String> string(String key) {
        return stringScalar(key).map(Node.Scalar::text);
    }

    /// Returns what a parser of the domain makes of such a text.
    public <T> Optional<T> parseString(String key, Function<String, T> parser) {
        return parseString(key, parser, "");
    }

    /// Returns what a parser of the domain makes of such a text.
    ///
    /// @param advice what to write, where the parser does not say it
    public <T> Optional<T> parseString(String key, Function<String, T> parser, String advice) {
        return stringScalar(key).flatMap(scalar -> Scalars.parse(scalar, parser, advice, diagnostics));
    }

    private Optional<Node.Scalar> stringScalar(String key) {
        return scalar(key).flatMap(scalar -> Scalars.string(scalar, "'" + key + "'", diagnostics));
    }

    /// Returns the items of a list; empty if the key is absent. A list that only deployment will tell has one item,
    /// which is unknown.
    public List<Node> list(String key) {
        return optional(key).map(value -> switch (value) {
            case Node.Sequence sequence -> sequence.items();
            case Node.Scalar scalar when scalar.isUnknown() -> List.<Node>of(scalar);
            case Node.Mapping mapping -> wrongType(mapping, "'" + key + "' is a list", "begin each item with '- '");
            case Node.Scalar scalar -> wrongType(scalar, "'" + key + "' is a list",
                    scalar.isNull() ? "write [] for an empty list, or remove the key"
                            : "write [" + scalar.text() + "]");
        }).orElse(List.of());
    }

    /// Returns what a parser of the domain makes of each item of a list of single values, without those that it
    /// refuses.
    public <T> List<T> parseEach(String key, Function<String, T> parser) {
        return parseEach(key, parser, "");
    }

    /// Returns what a parser of the domain makes of each item of a list of single values, without those that it
    /// refuses.
    ///
    /// @param advice what to write, where the parser does not say it
    public <T> List<T> parseEach(String key, Function<String, T> parser, String advice) {
        List<T> parsed = new ArrayList<>();
        for (Node item : list(key)) {
            scalar(item, "an item of '" + key + "'")
                    .flatMap(scalar -> Scalars.parse(scalar, parser, advice, diagnostics))
                    .ifPresent(parsed::add);
        }
        return List.copyOf(parsed);
    }

    /// Returns the items of a list of single values.
    public List<Node.Scalar> scalars(String key) {
        List<Node.Scalar> scalars = new ArrayList<>();
        list(key).forEach(item -> scalar(item, "an item of '" + key + "'").ifPresent(scalars::add));
        return List.copyOf(scalars);
    }

    /// Returns the keys of the mapping under that key, which is called by the key in messages.
    public Optional<Fields> mapping(String key) {
        return optional(key).map(value -> of(value, "'" + key + "'", diagnostics));
    }

    /// Returns the keys of each mapping in a list.
    ///
    /// @param what what one item describes, for messages
    public List<Fields> mappings(String key, String what) {
        return list(key).stream().map(item -> of(item, what, diagnostics)).toList();
    }

    /// The entries whose keys nobody has asked for, for readers that report them in their own way.
    public List<Node.Entry> unread() {
        return entries.values().stream().filter(entry -> !known.contains(entry.key().text())).toList();
    }

    /// Reports each key that nobody has asked for, with the known ones, nearest first.
    public void finish() {
        for (Node.Entry entry : unread()) {
            diagnostics.error("UNKNOWN_KEY", entry.key().at(),
                    "unknown key " + Quotation.of(entry.key().text()) + " in " + what, advice(entry));
        }
    }

    private String advice(Node.Entry entry) {
        String key = entry.key().text();
        Collection<String> free = known.stream().filter(name -> !entries.containsKey(name)).toList();
        Optional<String> otherCase = free.stream().filter(name -> name.equalsIgnoreCase(key)).findFirst();
        if (otherCase.isPresent()) {
            return "write '" + otherCase.get() + "': upper and lower case matter here";
        }
        boolean tornText = key.contains(" ") && entry.value() instanceof Node.Scalar scalar && scalar.isNull()
                && scalar.text().isEmpty();
        return (tornText ? "if it belongs to the text before the comma, put that text in quotes; " : "")
                + Suggestions.meant(key, free).map(name -> "did you mean '" + name + "'? ").orElse("") + "known keys: "
                + String.join(", ", Suggestions.nearest(key, known));
    }

    private Optional<Node.Scalar> scalar(Node value, String name) {
        return switch (value) {
            case Node.Scalar scalar when scalar.isNull() -> {
                diagnostics.error("MISSING_VALUE", scalar.at(), name + " has no value",
                        scalar.text().isEmpty() ? "write a value, or remove the key"
                                : "put the text in quotes if it is meant");
                yield Optional.empty();
            }
            case Node.Scalar scalar -> Optional.of(scalar);
            case Node.Mapping ignored -> single(value, name);
            case Node.Sequence ignored -> single(value, name);
        };
    }

    private Optional<Node.Scalar> single(Node value, String name) {
        wrongType(value, name + " is a single value", "write one value; a text that begins with { or [ needs quotes");
        return Optional.empty();
    }

    private List<Node> wrongType(Node value, String expected, String remedy) {
        diagnostics.error("WRONG_TYPE", value.at(), expected + ", but this is " + value.kind(), remedy);
        return List.of();
    }
}
