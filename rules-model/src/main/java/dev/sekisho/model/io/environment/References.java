package dev.sekisho.model.io.environment;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.io.tree.Fields;
import dev.sekisho.model.io.tree.Node;
import dev.sekisho.model.term.ResourceRef;
import java.util.List;
import java.util.Optional;

/// Reads references to other resources: a name, an Azure resource id, or Azure's `{id: …}`.
final class References {
    private final Diagnostics diagnostics;

    References(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Optional<ResourceRef> one(Fields fields, String key) {
        return fields.optional(key).flatMap(node -> reference(node, "'" + key + "'"));
    }

    List<ResourceRef> each(Fields fields, String key) {
        return fields.list(key).stream().flatMap(node -> reference(node, "an item of '" + key + "'").stream()).toList();
    }

    private Optional<ResourceRef> reference(Node node, String what) {
        return switch (node) {
            case Node.Scalar scalar when scalar.text().isBlank() || scalar.isNull() -> {
                diagnostics.error("MISSING_VALUE", scalar.at(), what + " has no value",
                        "write a name, or remove the key");
                yield Optional.empty();
            }
            case Node.Scalar scalar -> Optional.of(new ResourceRef(scalar.text()));
            case Node.Mapping mapping -> {
                Fields fields = Fields.of(mapping, what, diagnostics);
                fields.require("id");
                Optional<String> id = fields.text("id").filter(text -> !text.isBlank());
                fields.finish();
                yield id.map(ResourceRef::new);
            }
            case Node.Sequence sequence -> {
                diagnostics.error("WRONG_TYPE", sequence.at(), what + " is one name, but this is a list", "");
                yield Optional.empty();
            }
        };
    }
}
