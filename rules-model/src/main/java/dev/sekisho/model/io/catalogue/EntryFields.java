package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.address.PortRange;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.catalogue.Caution;
import dev.sekisho.model.catalogue.Condition;
import dev.sekisho.model.catalogue.Confidence;
import dev.sekisho.model.cluster.Via;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The keys that entries of several kinds have in common.
final class EntryFields {
    private static final String ALL_PORTS = "*";

    private final Fields fields;
    private final Diagnostics diagnostics;

    EntryFields(Fields fields, Diagnostics diagnostics) {
        this.fields = fields;
        this.diagnostics = diagnostics;
    }

    Fields fields() {
        return fields;
    }

    SourceLocation at() {
        return fields.at();
    }

    /// Reads the id, and whether the entry overrides another.
    <T> Optional<Entry<T>> entry(String idKey, Optional<T> value) {
        Optional<String> id = fields.text(idKey);
        boolean override = fields.bool("override").orElse(false);
        fields.require(idKey);
        fields.finish();
        return id.flatMap(name -> value.map(entry -> new Entry<>(name, entry, override, fields.at())));
    }

    String text(String key) {
        return fields.text(key).orElse("");
    }

    List<String> texts(String key) {
        return fields.scalars(key).stream().map(Node.Scalar::text).toList();
    }

    List<String> sources() {
        return texts("sources");
    }

    List<String> notes() {
        return texts("notes");
    }

    Confidence confidence() {
        return choice("confidence", Confidence.values()).orElse(Confidence.DOCUMENTED);
    }

    /// Reads one of some values by the text that they print.
    @SafeVarargs
    final <T> Optional<T> choice(String key, T... values) {
        return fields.oneOf(key, Stream.of(values).map(Object::toString).toList()).flatMap(text -> named(text, values));
    }

    /// Reads a list of some values by the text that they print; empty where the key is absent.
    @SafeVarargs
    final <T> Set<T> choices(String key, T... values) {
        Set<T> chosen = new LinkedHashSet<>();
        fields.parseEach(key, text -> named(text, values).orElseThrow(() -> new IllegalArgumentException(
                "'" + text + "' is not one of " + Arrays.toString(values)))).forEach(chosen::add);
        return chosen;
    }

    /// Reads the condition under a key; the default where it is absent.
    Condition condition(String key, Condition otherwise) {
        return fields.optional(key).map(node -> new ConditionReader(diagnostics).read(node)).orElse(otherwise);
    }

    Optional<LocalDate> day(String key) {
        return fields.parse(key, EntryFields::date);
    }

    /// Reads a list of ports and ranges of ports; `*` stands for all of them.
    Optional<PortSet> ports(String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        return Optional.of(PortSet.ofRanges(fields.parseEach(key,
                text -> text.equals(ALL_PORTS) ? PortRange.ANY : PortRange.parse(text))));
    }

    List<Caution> cautions() {
        List<Caution> cautions = new ArrayList<>();
        for (Fields item : fields.mappings("cautions", "a caution")) {
            EntryFields caution = new EntryFields(item, diagnostics);
            item.require("code", "text");
            String code = caution.text("code");
            String text = caution.text("text");
            cautions.add(new Caution(code, item.bool("remark").orElse(false),
                    caution.condition("when", Condition.Always.ALWAYS), caution.choices("via", Via.values()),
                    Set.copyOf(caution.texts("legs")), text, caution.text("remedy")));
            item.finish();
        }
        return cautions;
    }

    /// Reads a date such as `2025-03-31`.
    ///
    /// @throws IllegalArgumentException if `text` is no date
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no date such as 2025-03-31", e);
        }
    }

    @SafeVarargs
    private static <T> Optional<T> named(String text, T... values) {
        return Stream.of(values).filter(value -> value.toString().equals(text)).findFirst();
    }
}
